import { and, desc, eq } from "drizzle-orm";
import type { Database } from "#db/client";
import { edition } from "#db/schema/editions";
import { restatement } from "#db/schema/restatements";
import type { Asker, PersonActor } from "#lib/access/actor";
import { conflictOver } from "#lib/actuals/conflict";
import { figureTried } from "#lib/actuals/figure-tried";
import type { RestateActual } from "#lib/actuals/inputs";
import { type LockedCell, lockCell } from "#lib/actuals/lock-cell";
import { readTyped } from "#lib/actuals/read-typed";
import { writeContent } from "#lib/actuals/write-content";
import type { FormRequest } from "#lib/audit/begin";
import { perform } from "#lib/audit/perform";
import { Refusal } from "#lib/audit/refusal";
import { enterDecision } from "#lib/commentary/cell/enter-decision";
import { lockComment } from "#lib/commentary/cell/lock-comment";
import { heldComment, requireHeld } from "#lib/restatements/held-comment";
import { requireRestater } from "#lib/restatements/require-restater";
import { type ActualContent, emptyActual } from "#lib/rules/actual";
import { earnedGrade } from "#lib/rules/grade";
import { monthName } from "#lib/rules/month";

/** Where a restated cell is. */
export type RestatedPlace = { slug: string; ref: string };

/**
 * A head of service changes what a published actual says, of a category and for a reason: no edition changes, and the approval
 * of its comment lapses unless they say that it still holds. Throws what `writeRestatement` throws.
 */
export const restateActual = (
  asker: Asker,
  given: RestateActual,
  request?: FormRequest,
): Promise<RestatedPlace | undefined> =>
  perform(asker, "actual.restate", (tx, actor) => writeRestatement(tx, actor, given), {
    request,
    reason: given.reason,
    about: { indicatorId: given.indicatorId, month: given.month },
    tried: figureTried(given.typed),
  });

/** Throws INVALID, CONFLICT when figure or comment are not what was read, OWN_WORDS, and what `lockCell` and `requireRestater` throw. */
export async function writeRestatement(tx: Database, actor: PersonActor, given: RestateActual): Promise<RestatedPlace> {
  const { indicatorId, month, seen, category, reason } = given;
  const comment = await lockComment(tx, actor, { indicatorId, month });
  const cell = await lockCell(tx, actor, indicatorId, month);
  requireRestater(actor, cell);
  const content = await readContent(tx, cell, given);
  if ((cell.present?.version ?? 0) !== seen) throw await conflictOver(tx, cell, { seen, actor, yours: content });
  requireChange(cell, content);
  const held = requireHeld(actor, comment, { before: cell.present, after: content, given });

  const saved = await writeContent(tx, actor, cell, seen, content);
  if (!saved) throw await conflictOver(tx, cell, { seen, actor, yours: content });
  await tx.insert(restatement).values({
    indicatorId,
    month,
    scorecardId: cell.scorecardId,
    editionNumber: await newestEdition(tx, cell),
    category,
    reason,
    figureBefore: cell.present?.value ?? null,
    missingBefore: cell.present?.missing ?? null,
    figure: content.value,
    missing: content.missing,
    actualVersion: saved.version,
    commentHolds: held,
    restatedBy: actor.person.id,
  });
  const revision = held ? heldComment(comment) : null;
  if (revision) {
    const { value: figure, missing } = content;
    const present = { figure, missing, grade: earnedGrade(figure, comment.bands, comment.labels) };
    const then = { ...comment, actual: { ...content, version: saved.version }, present };
    await enterDecision(tx, actor, then, { revisionId: revision.id, kind: "approved" });
  }
  return { slug: comment.scorecard.slug, ref: cell.ref };
}

async function readContent(tx: Database, cell: LockedCell, { typed }: RestateActual): Promise<ActualContent> {
  const [reading] = await readTyped(tx, [{ cell, typed }]);
  if (!reading!.ok) {
    const { field, message, offers } = reading!;
    throw new Refusal("INVALID", message, { fields: { [field]: message }, details: offers ? { offers } : {} });
  }
  return reading!.content;
}

function requireChange({ ref, month, present }: LockedCell, content: ActualContent): void {
  const was = present ?? emptyActual;
  const isOther = Object.keys(emptyActual).some((key) => {
    const field = key as keyof ActualContent;
    return was[field] !== content[field];
  });
  if (isOther) return;
  const message = `This is what ${ref} for ${monthName(month)} says already.`;
  throw new Refusal("INVALID", message, { fields: { value: message } });
}

async function newestEdition(tx: Database, { scorecardId, month }: LockedCell): Promise<number> {
  const [newest] = await tx
    .select({ number: edition.number })
    .from(edition)
    .where(and(eq(edition.scorecardId, scorecardId), eq(edition.month, month)))
    .orderBy(desc(edition.number))
    .limit(1);
  return newest!.number;
}
