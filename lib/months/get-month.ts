import { type Database, database } from "#db/client";
import type { PersonActor } from "#lib/access/actor";
import { type Checklist, checklistOf } from "#lib/months/checklist";
import { type DueLine, dueLines } from "#lib/months/due-lines";
import { monthCells } from "#lib/months/month-cells";
import { getMonthFacts, type MonthEdition, type MonthStep } from "#lib/months/month-facts";
import { type TeamCounts, teamCounts } from "#lib/months/team-counts";
import { dayIn } from "#lib/rules/day";
import { longestPeriod } from "#lib/rules/due";
import { isStorable } from "#lib/rules/is-storable";
import { addMonths, type Month, type MonthState } from "#lib/rules/month";
import { assembleSheet } from "#lib/scorecards/assemble-sheet";
import { scorecardOf } from "#lib/scorecards/get-scorecard";
import { getScorecardRows } from "#lib/scorecards/scorecard-rows";
import { getSheetRows } from "#lib/scorecards/sheet-rows";

/** A scorecard's month as the performance officer looks at it, opened or not. */
export type MonthView = {
  scorecard: { id: string; slug: string; name: string };
  month: Month;
  state: MonthState;
  figuresDue: string | null;
  commentaryDue: string | null;
  /** The version of its dates and state; 0 where nobody opened it. */
  version: number;
  /** Every month of the scorecard that was opened. */
  opened: Month[];
  lines: DueLine[];
  teams: TeamCounts[];
  checklist: Checklist;
  steps: MonthStep[];
  /** The newest last. */
  editions: MonthEdition[];
};

/** Null where there is no such scorecard. */
export async function getMonth(
  actor: PersonActor,
  slug: string,
  month: Month,
  db: Database = database(),
): Promise<MonthView | null> {
  const found = isStorable(slug) ? await getScorecardRows(actor, slug, db) : null;
  if (!found) return null;
  const range = { from: month, to: month };
  const [rows, facts] = await Promise.all([
    getSheetRows(actor, found.id, { ...range, before: addMonths(month, -longestPeriod), withEarlier: true }, {}, db),
    getMonthFacts(db, actor, found.id, month),
  ]);
  const scorecard = scorecardOf(found);
  const opened = scorecard.months.map((each) => each.month);
  const { figuresDue = null, commentaryDue = null } = facts ?? {};
  const state = scorecard.months.find((each) => each.month === month)?.state ?? "not opened";
  // One that is not opened is looked at as if it were.
  const months = facts ? scorecard.months : [...scorecard.months, { month, state, figuresDue, commentaryDue }];
  const sheet = assembleSheet({ ...scorecard, months }, range, rows);
  const cells = monthCells(sheet, rows, {
    month,
    figuresDue,
    today: dayIn(actor.organisation.timeZone, new Date()),
    givenOn: facts?.givenOn ?? new Map(),
  });
  return {
    scorecard: { id: scorecard.id, slug, name: scorecard.name },
    month,
    state,
    figuresDue,
    commentaryDue,
    version: facts?.version ?? 0,
    opened,
    lines: dueLines(rows, cells, month),
    teams: teamCounts(cells),
    checklist: checklistOf(cells, figuresDue, {
      cameClosed: facts?.cameClosed ?? false,
      openBefore: scorecard.months.flatMap((each) => (each.month < month && each.state === "open" ? each.month : [])),
      submissions: facts?.submissions ?? [],
      teams: facts?.teams ?? [],
      timeZone: actor.organisation.timeZone,
    }),
    steps: facts?.steps ?? [],
    editions: facts?.editions ?? [],
  };
}
