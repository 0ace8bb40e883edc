import { eq } from "drizzle-orm";
import type { Database } from "#db/client";
import { theme } from "#db/schema/scorecards";
import type { Asker, PersonActor } from "#lib/access/actor";
import type { FormRequest } from "#lib/audit/begin";
import { perform } from "#lib/audit/perform";
import { apart } from "#lib/rules/direction";
import { findTheme } from "#lib/structure/find-theme";
import type { MoveTheme } from "#lib/structure/inputs";
import { invalid } from "#lib/structure/invalid";
import { lockScorecard } from "#lib/structure/lock-scorecard";
import { movedBy, placesOf } from "#lib/structure/moved-by";

/** The performance officer moves a theme up or down among the others. Throws what `writeThemePlace` throws. */
export const moveTheme = (asker: Asker, given: MoveTheme, request?: FormRequest): Promise<string | undefined> =>
  perform(asker, "theme.move", (tx, actor) => writeThemePlace(tx, actor, given), {
    request,
    about: { scorecardId: given.scorecard },
  });

/** Throws INVALID for the first up and the last down, and what `lockScorecard` and `findTheme` throw. */
export async function writeThemePlace(tx: Database, actor: PersonActor, given: MoveTheme): Promise<string> {
  const { slug } = await lockScorecard(tx, actor, given.scorecard);
  const { found, live } = await findTheme(tx, given);
  const moved = movedBy(live, found, given.way);
  if (!moved)
    throw invalid("way", `${apart(found.name)} is the ${given.way === "up" ? "first" : "last"} theme already.`);
  for (const [{ id }, position] of placesOf(moved)) await tx.update(theme).set({ position }).where(eq(theme.id, id));
  return slug;
}
