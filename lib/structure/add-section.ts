import type { Database } from "#db/client";
import { section } from "#db/schema/scorecards";
import type { Asker, PersonActor } from "#lib/access/actor";
import type { FormRequest } from "#lib/audit/begin";
import { perform } from "#lib/audit/perform";
import { requireFreeNumber } from "#lib/structure/find-section";
import type { AddSection } from "#lib/structure/inputs";
import { lockScorecard } from "#lib/structure/lock-scorecard";
import { requireTheme } from "#lib/structure/require-theme";

/** The performance officer adds a section to a theme. Throws what `writeSection` throws. */
export const addSection = (asker: Asker, given: AddSection, request?: FormRequest): Promise<string | undefined> =>
  perform(asker, "section.add", (tx, actor) => writeSection(tx, actor, given), {
    request,
    about: { scorecardId: given.scorecard },
  });

/** Throws INVALID for a number that another has or a theme that is not there, and what `lockScorecard` throws. */
export async function writeSection(
  tx: Database,
  actor: PersonActor,
  { scorecard: scorecardId, theme, number, title }: AddSection,
): Promise<string> {
  const { slug } = await lockScorecard(tx, actor, scorecardId);
  await requireTheme(tx, scorecardId, theme);
  await requireFreeNumber(tx, scorecardId, number);
  await tx.insert(section).values({ scorecardId, themeId: theme, number, title });
  return slug;
}
