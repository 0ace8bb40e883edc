import { and, eq, isNull } from "drizzle-orm";
import type { Database } from "#db/client";
import { now } from "#db/schema/columns";
import { section, theme } from "#db/schema/scorecards";
import type { Asker, PersonActor } from "#lib/access/actor";
import type { FormRequest } from "#lib/audit/begin";
import { perform } from "#lib/audit/perform";
import { Refusal } from "#lib/audit/refusal";
import { apart } from "#lib/rules/direction";
import { findTheme } from "#lib/structure/find-theme";
import type { EndTheme } from "#lib/structure/inputs";
import { lockScorecard } from "#lib/structure/lock-scorecard";

/** The performance officer ends a theme in which no section stands any more. Throws what `writeThemeEnd` throws. */
export const endTheme = (asker: Asker, given: EndTheme, request?: FormRequest): Promise<string | undefined> =>
  perform(asker, "theme.end", (tx, actor) => writeThemeEnd(tx, actor, given), {
    request,
    about: { scorecardId: given.scorecard },
  });

/** Throws WRONG_STATE where there are sections in it, and what `lockScorecard` and `findTheme` throw. */
export async function writeThemeEnd(tx: Database, actor: PersonActor, given: EndTheme): Promise<string> {
  const { slug } = await lockScorecard(tx, actor, given.scorecard);
  const { found } = await findTheme(tx, given);
  const [there] = await tx
    .select({ number: section.number })
    .from(section)
    .where(and(eq(section.themeId, found.id), isNull(section.endedAt)))
    .limit(1);
  if (there) {
    throw new Refusal(
      "WRONG_STATE",
      `Section ${there.number} stands in ${apart(found.name)}. Move its sections first, or end them.`,
    );
  }
  await tx.update(theme).set({ endedAt: now, endedBy: actor.person.id }).where(eq(theme.id, found.id));
  return slug;
}
