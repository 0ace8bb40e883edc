import { and, eq, isNull, sql } from "drizzle-orm";
import type { Database } from "#db/client";
import { now } from "#db/schema/columns";
import { band, bandSet, indicator } from "#db/schema/indicators";
import { label, labelSet, scorecardLabelSet } from "#db/schema/scorecards";
import type { Asker, PersonActor } from "#lib/access/actor";
import type { FormRequest } from "#lib/audit/begin";
import { perform, rehearse } from "#lib/audit/perform";
import { Refusal } from "#lib/audit/refusal";
import { requirePreviewed } from "#lib/definitions/change-indicator";
import { apart } from "#lib/rules/direction";
import { type Month, monthName } from "#lib/rules/month";
import { findLabelSet } from "#lib/structure/find-label-set";
import type { ChooseLabelSet } from "#lib/structure/inputs";
import { invalid } from "#lib/structure/invalid";
import { everyLineOf, type LabelSetEffect, labelSetEffect, readGraded } from "#lib/structure/label-set-effect";
import { lockScorecard } from "#lib/structure/lock-scorecard";

/** What choosing other words does, or would do. */
export type LabelSetChosen = LabelSetEffect & { slug: string; asksWhy: boolean; remark: string | null };

/** The performance officer says by which words a scorecard grades from a month on. Throws what `writeChoice` throws. */
export const chooseLabelSet = (
  asker: Asker,
  given: ChooseLabelSet,
  request?: FormRequest,
): Promise<LabelSetChosen | undefined> =>
  perform(asker, "label_set.choose", (tx, actor) => writeChoice(tx, actor, given), {
    request,
    reason: given.reason || undefined,
    about: { scorecardId: given.scorecard, month: given.from },
  });

/** What that would change, with nothing done. Throws the same. */
export const previewLabelSet = (asker: Asker, given: ChooseLabelSet): Promise<LabelSetChosen> =>
  rehearse(asker, "label_set.choose", (tx, actor) => writeChoice(tx, actor, given));

/**
 * What was chosen from the same month is withdrawn; what was from a later one goes on from then. The scorecard is read before
 * and after, so a preview, which is this rolled back, cannot say anything else than what happens. Throws INVALID for words
 * that hold already, before the scorecard begins, and without a reason where months that are over look otherwise; NOT_FOUND
 * for another organisation's; CONFLICT where it is no longer what was previewed; and what `lockScorecard` throws.
 */
export async function writeChoice(
  tx: Database,
  actor: PersonActor,
  { scorecard, labels, from, previewed, reason }: ChooseLabelSet,
): Promise<LabelSetChosen> {
  const { id, slug } = await lockScorecard(tx, actor, scorecard);
  await requireChoice(tx, actor, { id, labels, from });
  const before = await readGraded(tx, actor, slug);
  const ofMonth = and(eq(scorecardLabelSet.scorecardId, id), eq(scorecardLabelSet.fromMonth, from));
  await tx
    .update(scorecardLabelSet)
    .set({ withdrawnAt: now, withdrawnBy: actor.person.id, withdrawnReason: reason || "Chosen anew." })
    .where(and(ofMonth, isNull(scorecardLabelSet.withdrawnAt)));
  await tx
    .insert(scorecardLabelSet)
    .values({ scorecardId: id, fromMonth: from, labelSetId: labels, setBy: actor.person.id });
  await tx.execute(sql`set constraints all immediate`);
  const effect = labelSetEffect(before, await readGraded(tx, actor, slug));

  if (previewed) requirePreviewed(previewed, everyLineOf(effect));
  const asksWhy = effect.closed.length > 0;
  if (previewed && asksWhy && reason === "") throw invalid("reason", "Say why: months that are over look otherwise.");
  return { slug, ...effect, asksWhy, remark: await remarkOn(tx, id, labels) };
}

async function requireChoice(
  tx: Database,
  { organisation }: PersonActor,
  { id, labels, from }: { id: string; labels: string; from: Month },
): Promise<void> {
  const own = and(eq(labelSet.id, labels), eq(labelSet.organisationId, organisation.id));
  const [wanted] = await tx.select({ name: labelSet.name }).from(labelSet).where(own);
  if (!wanted)
    throw new Refusal("NOT_FOUND", "Choose the words for grades.", {
      fields: { labels: "Choose the words for grades." },
    });
  const [begins] = await tx
    .select({ from: scorecardLabelSet.fromMonth })
    .from(scorecardLabelSet)
    .where(and(eq(scorecardLabelSet.scorecardId, id), isNull(scorecardLabelSet.withdrawnAt)))
    .orderBy(scorecardLabelSet.fromMonth)
    .limit(1);
  if (begins && from < begins.from) throw invalid("from", `The scorecard begins in ${monthName(begins.from)}.`);
  if ((await findLabelSet(tx, id, from)) === labels) {
    throw invalid("labels", `${apart(wanted.name)} holds in ${monthName(from)} already.`);
  }
}

/** Bands are made for so many levels: with other ones an indicator has no grade until it is given bands anew. */
async function remarkOn(tx: Database, scorecardId: string, labels: string): Promise<string | null> {
  const levels = await tx.$count(label, eq(label.labelSetId, labels));
  const newest = sql`(select s.id from ${bandSet} s where s.indicator_id = ${indicator.id} and s.withdrawn_at is null
    order by s.from_month desc limit 1)`;
  const others = await tx.$count(
    indicator,
    sql`${indicator.scorecardId} = ${scorecardId} and ${newest} is not null
      and (select count(*) from ${band} b where b.band_set_id = ${newest}) <> ${levels - 1}`,
  );
  if (others === 0) return null;
  return `Bands of ${others === 1 ? "one indicator are" : `${others} indicators are`} for another number of levels than these ${levels}: without bands made anew from that month ${others === 1 ? "it earns" : "they earn"} no grade.`;
}
