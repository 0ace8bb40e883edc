import { eq } from "drizzle-orm";
import type { Database } from "#db/client";
import { section } from "#db/schema/scorecards";
import type { Asker, PersonActor } from "#lib/access/actor";
import type { FormRequest } from "#lib/audit/begin";
import { perform } from "#lib/audit/perform";
import { findSection } from "#lib/structure/find-section";
import type { MoveSection } from "#lib/structure/inputs";
import { lockScorecard } from "#lib/structure/lock-scorecard";
import { requireTheme } from "#lib/structure/require-theme";

/** The performance officer moves a section to another theme, with all that stands in it. Throws what `writeSectionPlace` throws. */
export const moveSection = (asker: Asker, given: MoveSection, request?: FormRequest): Promise<string | undefined> =>
  perform(asker, "section.move", (tx, actor) => writeSectionPlace(tx, actor, given), {
    request,
    about: { scorecardId: given.scorecard },
  });

/** Throws INVALID for a theme that is not there, and what `lockScorecard` and `findSection` throw. */
export async function writeSectionPlace(tx: Database, actor: PersonActor, given: MoveSection): Promise<string> {
  const { slug } = await lockScorecard(tx, actor, given.scorecard);
  const { id } = await findSection(tx, given);
  await requireTheme(tx, given.scorecard, given.theme);
  await tx.update(section).set({ themeId: given.theme }).where(eq(section.id, id));
  return slug;
}
