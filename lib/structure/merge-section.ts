import { eq } from "drizzle-orm";
import type { Database } from "#db/client";
import { now } from "#db/schema/columns";
import { section } from "#db/schema/scorecards";
import type { Asker, PersonActor } from "#lib/access/actor";
import type { FormRequest } from "#lib/audit/begin";
import { perform } from "#lib/audit/perform";
import { sectionName } from "#lib/rules/section-name";
import { findSection } from "#lib/structure/find-section";
import type { MergeSection } from "#lib/structure/inputs";
import { invalid } from "#lib/structure/invalid";
import { lockIndicators } from "#lib/structure/lock-indicators";
import { lockScorecard } from "#lib/structure/lock-scorecard";
import { orderIn } from "#lib/structure/order-in";
import { everyPlace } from "#lib/structure/placed-in";
import { requireSection } from "#lib/structure/require-section";
import { setPlace } from "#lib/structure/set-place";

/** The performance officer merges a section into another from a month on: its indicators go there, and it ends. Throws what `writeMerging` throws. */
export const mergeSection = (asker: Asker, given: MergeSection, request?: FormRequest): Promise<string | undefined> =>
  perform(asker, "section.merge", (tx, actor) => writeMerging(tx, actor, given), {
    request,
    about: { scorecardId: given.scorecard, month: given.from },
  });

/** They go to the end of the other, in their order. Throws INVALID for a section that is not there or the same one, and what `lockScorecard` and `findSection` throw. */
export async function writeMerging(tx: Database, actor: PersonActor, given: MergeSection): Promise<string> {
  const { scorecard: scorecardId, into, from } = given;
  await lockIndicators(tx, actor, scorecardId);
  const { slug } = await lockScorecard(tx, actor, scorecardId);
  const merged = await findSection(tx, given);
  await requireSection(tx, scorecardId, into, "into");
  if (into === merged.id) throw invalid("into", "A section is merged into another one.");
  const all = await everyPlace(tx, scorecardId);
  const last = Math.max(0, ...orderIn(all, into, from).map(({ position }) => position));
  const set = { from, by: actor.person.id, reason: `Merged from section ${sectionName(merged)}.` };
  const inOrder = orderIn(all, merged.id, from).map(({ of }) => of);
  const coming = all.filter(
    (of) => !inOrder.includes(of) && of.versions.some(({ sectionId }) => sectionId === merged.id),
  );
  for (const [index, of] of [...inOrder, ...coming].entries()) {
    const place = { sectionId: into, position: last + index + 1 };
    await setPlace(tx, of, ({ sectionId }) => (sectionId === merged.id ? place : null), set);
  }
  await tx.update(section).set({ endedAt: now, endedBy: actor.person.id }).where(eq(section.id, merged.id));
  return slug;
}
