import { longestPeriod, previousDue } from "#lib/rules/due";
import { earnedGrade } from "#lib/rules/grade";
import type { Labels } from "#lib/rules/labels";
import { milestoneState, milestoneWords } from "#lib/rules/milestone";
import { addMonths, type Month, type MonthState, monthRange, previousMonth } from "#lib/rules/month";
import { commentOnShow } from "#lib/scorecards/comment-on-show";
import { indicatorAt } from "#lib/scorecards/indicator-at";
import { labelsAt } from "#lib/scorecards/labels-at";
import type { Sheet, SheetCell, SheetIndicator, SheetScorecard } from "#lib/scorecards/sheet";
import type { SheetRange } from "#lib/scorecards/sheet-range";
import type { SheetRows } from "#lib/scorecards/sheet-rows";

/** Makes the rows of one moment into a sheet: every month judged by what held in that month. */
export function assembleSheet(scorecard: SheetScorecard, range: SheetRange, rows: SheetRows): Sheet {
  const within = (month: Month) => month >= range.from && month <= range.to;
  const figureMonths = scorecard.months.map(({ month }) => month).filter(within);
  const milestoneMonths = scorecard.plannedMonths.filter(within);
  const before = monthRange(addMonths(range.from, -longestPeriod), previousMonth(range.from));
  const months = [...new Set([...before, ...figureMonths, ...milestoneMonths])].sort();
  const states = new Map(scorecard.months.map(({ month, state }) => [month, state]));

  const indicators = rows.indicators.flatMap(({ id, ref }) => {
    const own = rowsOf(rows, id);
    const cells = months.flatMap(
      (month) => cellOf(own, month, states.get(month) ?? "not opened", labelsAt(scorecard, month)) ?? [],
    );
    const latest = cells.filter(({ month }) => figureMonths.includes(month)).at(-1) ?? cells.at(-1);
    return latest
      ? [{ id, ref, now: latest.at, cells: new Map(cells.map((cell) => [cell.month, cell])) } satisfies SheetIndicator]
      : [];
  });

  const focus =
    figureMonths.findLast((month) => indicators.some(({ cells }) => cells.get(month)?.actual?.value != null)) ??
    figureMonths.at(-1) ??
    null;
  return {
    scorecard,
    figureMonths,
    milestoneMonths,
    focus,
    indicators: indicators.sort(inOrder),
    labels: labelsAt(scorecard, focus ?? range.to),
    labelsNow: labelsAt(scorecard, figureMonths.at(-1) ?? range.to),
  };
}

function cellOf(own: SheetRows, month: Month, state: MonthState, labels: Labels): SheetCell | null {
  const at = indicatorAt(own, month);
  if (!at) return null;
  const actual = own.actuals.find((row) => row.month === month) ?? null;
  const planned = own.milestones.find((row) => row.month === month);
  const milestone = planned && { ...planned, direction: at.direction };
  const value = actual?.value ?? null;
  const grade = earnedGrade(value, at.bands, labels);
  return {
    month,
    state,
    isDue: at.isDue,
    previousDue: previousDue(own.dueRules, month),
    at,
    labels,
    actual,
    grade,
    milestone: milestone
      ? { milestone, state: milestoneState(milestone, value, state), words: milestoneWords(milestone, value, state) }
      : null,
    comment: commentOnShow(
      own.revisions.filter((row) => row.month === month),
      own.decisions,
      { figure: value, missing: actual?.missing ?? null, grade },
      labels,
    ),
  };
}

function rowsOf(rows: SheetRows, indicatorId: string): SheetRows {
  const own = <T extends { indicatorId: string }>(list: T[]) => list.filter((row) => row.indicatorId === indicatorId);
  return {
    ...rows,
    definitions: own(rows.definitions),
    teams: own(rows.teams),
    dueRules: own(rows.dueRules),
    bands: own(rows.bands),
    benchmarks: own(rows.benchmarks),
    milestones: own(rows.milestones),
    actuals: own(rows.actuals),
    revisions: own(rows.revisions),
  };
}

function inOrder(a: SheetIndicator, b: SheetIndicator): number {
  return (
    a.now.theme.position - b.now.theme.position ||
    a.now.section.number - b.now.section.number ||
    a.now.position - b.now.position ||
    a.ref.localeCompare(b.ref, "en", { numeric: true })
  );
}
