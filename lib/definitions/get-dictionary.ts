import type { PersonActor } from "#lib/access/actor";
import { termsIn } from "#lib/definitions/side-by-side";
import type { Term } from "#lib/rules/definition-terms";
import type { Month } from "#lib/rules/month";
import { sectionName } from "#lib/rules/section-name";
import { getScorecard } from "#lib/scorecards/get-scorecard";
import { inOrder } from "#lib/scorecards/in-order";
import { indicatorIn } from "#lib/scorecards/indicator-at";
import { ownRows } from "#lib/scorecards/own-rows";
import { everyDefinedMonth } from "#lib/scorecards/sheet-range";
import { getSheetRows } from "#lib/scorecards/sheet-rows";

/** An indicator as the dictionary has it: under its section, in words. */
export type DictionaryEntry = { ref: string; theme: string; section: string; terms: Term[] };

/**
 * What every indicator of a scorecard is in a month, in the scorecard's order: in the month asked for, else in the last one
 * opened, or, while there is none, once all that was added is defined. Null where there is no such scorecard, or no month of it that its reader may know.
 */
export async function getDictionary(actor: PersonActor, slug: string, asked: Month | null) {
  const scorecard = await getScorecard(actor, slug);
  const months = scorecard ? everyDefinedMonth(scorecard) : [];
  const likely = asked ?? scorecard?.months.at(-1)?.month ?? months[0];
  if (!scorecard || !likely) return null;
  const rows = await getSheetRows(actor, scorecard.id, { from: likely, to: likely, before: likely });
  // Before a month is opened: when all that was added so far is defined.
  const begun = scorecard.months.length > 0 ? [] : rows.definitions.map(({ firstMonth }) => firstMonth);
  const month = asked ?? [likely, ...begun].sort().at(-1) ?? likely;
  const of = ownRows(rows);
  const placed = rows.indicators.flatMap(({ id, ref }) => {
    const now = indicatorIn(of(id))(month);
    return now ? [{ id, ref, now }] : [];
  });
  const entries: DictionaryEntry[] = placed.sort(inOrder).map(({ id, ref, now }) => ({
    ref,
    theme: now.theme.name,
    section: sectionName(now.section),
    terms: termsIn({ own: of(id), scorecard }, month),
  }));
  return { scorecard, month, months: [...new Set([...months, month])].sort(), entries };
}
