import { eq } from "drizzle-orm";
import type { Database } from "#db/client";
import { theme } from "#db/schema/scorecards";
import type { Asker, PersonActor } from "#lib/access/actor";
import type { FormRequest } from "#lib/audit/begin";
import { perform } from "#lib/audit/perform";
import { apart } from "#lib/rules/direction";
import { findTheme } from "#lib/structure/find-theme";
import type { RenameTheme } from "#lib/structure/inputs";
import { invalid } from "#lib/structure/invalid";
import { lockScorecard } from "#lib/structure/lock-scorecard";
import { isCalled } from "#lib/structure/themes-in-order";

/** The performance officer calls a theme otherwise; its address stays. Throws what `writeThemeName` throws. */
export const renameTheme = (asker: Asker, given: RenameTheme, request?: FormRequest): Promise<string | undefined> =>
  perform(asker, "theme.rename", (tx, actor) => writeThemeName(tx, actor, given), {
    request,
    about: { scorecardId: given.scorecard },
  });

/** Throws INVALID for a name that another has, and what `lockScorecard` and `findTheme` throw. */
export async function writeThemeName(tx: Database, actor: PersonActor, given: RenameTheme): Promise<string> {
  const { slug } = await lockScorecard(tx, actor, given.scorecard);
  const { found, live } = await findTheme(tx, given);
  const [other] = live.filter((each) => each !== found && isCalled(given.name)(each));
  if (other) throw invalid("name", `There is a theme called ${apart(other.name)} already.`);
  await tx.update(theme).set({ name: given.name }).where(eq(theme.id, found.id));
  return slug;
}
