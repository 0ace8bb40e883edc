import type { PersonActor } from "#lib/access/actor";
import { getScorecard } from "#lib/scorecards/get-scorecard";
import { getSheet } from "#lib/scorecards/get-sheet";
import { ofTheme } from "#lib/scorecards/of-theme";
import { findPart } from "#lib/scorecards/parts";
import { recentRange } from "#lib/scorecards/sheet-range";

/** A scorecard's last two years, or one theme's, for the page of pictures. Null where there is none, or no month of it to be seen. */
export async function getPicturesPage(
  actor: PersonActor,
  slug: string,
  asked: { theme: string | undefined; part: string | undefined },
) {
  const scorecard = await getScorecard(actor, slug);
  const range = scorecard && recentRange(scorecard);
  if (!scorecard || !range) return null;
  const part = await findPart(actor, scorecard, range, {
    part: asked.part,
    ...(asked.theme && { theme: asked.theme }),
  });
  const sheet = await getSheet(actor, scorecard, range, part ?? {});
  const themes = [...new Map(sheet.indicators.map(({ now: { theme } }) => [theme.slug, theme])).values()];
  return { scorecard, part, themes, sheet: asked.theme ? ofTheme(sheet, asked.theme) : sheet };
}
