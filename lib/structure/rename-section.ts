import { eq } from "drizzle-orm";
import type { Database } from "#db/client";
import { section } from "#db/schema/scorecards";
import type { Asker, PersonActor } from "#lib/access/actor";
import type { FormRequest } from "#lib/audit/begin";
import { perform } from "#lib/audit/perform";
import { findSection, requireFreeNumber } from "#lib/structure/find-section";
import type { RenameSection } from "#lib/structure/inputs";
import { invalid } from "#lib/structure/invalid";
import { lockScorecard } from "#lib/structure/lock-scorecard";

/** The performance officer numbers and titles a section. Throws what `writeSectionName` throws. */
export const renameSection = (asker: Asker, given: RenameSection, request?: FormRequest): Promise<string | undefined> =>
  perform(asker, "section.rename", (tx, actor) => writeSectionName(tx, actor, given), {
    request,
    about: { scorecardId: given.scorecard },
  });

/** A title goes missing by an import alone. Throws INVALID for none, or a number that another has; and what `lockScorecard` and `findSection` throw. */
export async function writeSectionName(tx: Database, actor: PersonActor, given: RenameSection): Promise<string> {
  const { slug } = await lockScorecard(tx, actor, given.scorecard);
  const { id, title } = await findSection(tx, given);
  if (given.title === null && title !== null) throw invalid("title", "Give a title.");
  await requireFreeNumber(tx, given.scorecard, given.number, id);
  await tx.update(section).set({ number: given.number, title: given.title }).where(eq(section.id, id));
  return slug;
}
