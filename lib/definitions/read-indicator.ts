import type { Database } from "#db/client";
import type { PersonActor } from "#lib/access/actor";
import { Refusal } from "#lib/audit/refusal";
import { listOpenLapses, type OpenLapse } from "#lib/definitions/open-lapses";
import { longestPeriod } from "#lib/rules/due";
import { addMonths, type Month } from "#lib/rules/month";
import { assembleSheet } from "#lib/scorecards/assemble-sheet";
import { scorecardOf } from "#lib/scorecards/get-scorecard";
import { type OwnRows, ownRows } from "#lib/scorecards/own-rows";
import { getScorecardRows } from "#lib/scorecards/scorecard-rows";
import type { Sheet, SheetIndicator, SheetScorecard } from "#lib/scorecards/sheet";
import { everyDefinedMonth } from "#lib/scorecards/sheet-range";
import { getSheetRows } from "#lib/scorecards/sheet-rows";

/** By what an indicator is found: its scorecard's slug and its ref. */
export type IndicatorPlace = { slug: string; ref: string };

/** All that an indicator is and was, with every month of it as its pages show it, and the approvals that do not hold. */
export type IndicatorRead = {
  id: string;
  ref: string;
  scorecard: SheetScorecard;
  own: OwnRows;
  sheet: Sheet;
  /** Null where no month of the sheet has it. */
  indicator: SheetIndicator | null;
  lapses: OpenLapse[];
};

/** Reads one indicator whole, by the queries and rules of its pages, up to a month that may not be opened yet. Throws NOT_FOUND. */
export async function readIndicator(
  db: Database,
  actor: PersonActor,
  { slug, ref }: IndicatorPlace,
  month: Month | null,
): Promise<IndicatorRead> {
  const found = await getScorecardRows(actor, slug, db);
  const scorecard = found && scorecardOf(found);
  const months = scorecard ? [...everyDefinedMonth(scorecard), ...(month ? [month] : [])].sort() : [];
  const [from, to] = [months[0], months.at(-1)];
  if (!scorecard || !from || !to) throw new Refusal("NOT_FOUND", "There is no such indicator.");
  const range = { from, to, before: addMonths(from, -longestPeriod) };
  const rows = await getSheetRows(actor, scorecard.id, range, { ref }, db);
  const [one] = rows.indicators;
  if (!one) throw new Refusal("NOT_FOUND", "There is no such indicator.");
  const sheet = assembleSheet(scorecard, { from, to }, rows);
  return {
    ...one,
    scorecard,
    own: ownRows(rows)(one.id),
    sheet,
    indicator: sheet.indicators[0] ?? null,
    lapses: await listOpenLapses(db, one.id),
  };
}
