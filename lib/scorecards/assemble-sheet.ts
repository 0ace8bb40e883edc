import { type PersonActor, seesSmall } from "#lib/access/actor";
import { atMonth } from "#lib/rules/at-month";
import { isDue, longestPeriod, previousDue } from "#lib/rules/due";
import { earnedGrade } from "#lib/rules/grade";
import type { Labels } from "#lib/rules/labels";
import { leadingMonth, monthsIn } from "#lib/rules/leading-month";
import { milestoneState, milestoneWords } from "#lib/rules/milestone";
import { addMonths, type Month, type MonthState, monthRange, previousMonth } from "#lib/rules/month";
import { commentOnShow } from "#lib/scorecards/comment-on-show";
import { inOrder } from "#lib/scorecards/in-order";
import { indicatorIn } from "#lib/scorecards/indicator-at";
import { labelsAt } from "#lib/scorecards/labels-at";
import { type OwnRows, ownRows } from "#lib/scorecards/own-rows";
import type { IndicatorAt, Rebased, Sheet, SheetCell, SheetIndicator, SheetScorecard } from "#lib/scorecards/sheet";
import { sheetHeads } from "#lib/scorecards/sheet-heads";
import type { SheetRange } from "#lib/scorecards/sheet-range";
import type { SheetRows } from "#lib/scorecards/sheet-rows";
import { withSmall } from "#lib/scorecards/with-small";

type SheetMonth = { month: Month; state: MonthState; labels: Labels };

/** Makes the rows of one moment into a sheet, as somebody may see it: every month judged by what held in that month. */
export function assembleSheet(
  scorecard: SheetScorecard,
  range: SheetRange,
  rows: SheetRows,
  eyes: Pick<PersonActor, "roles" | "seesSmall"> | null = null,
): Sheet {
  const isShown = eyes === null || seesSmall(eyes);
  const heads = sheetHeads(scorecard, range);
  const { figureMonths, milestoneMonths } = heads;
  const states = new Map(scorecard.months.map(({ month, state }) => [month, state]));
  const judged = (month: Month): SheetMonth => {
    return { month, state: states.get(month) ?? "not opened", labels: labelsAt(scorecard, month) };
  };
  const months = [...new Set([...figureMonths, ...milestoneMonths])].sort().map(judged);
  const before = monthRange(addMonths(range.from, -longestPeriod), previousMonth(range.from)).map(judged);
  const shown = new Set(figureMonths);
  const rowsOf = ownRows(rows);

  const indicators = rows.indicators.flatMap(({ id, ref }) => {
    const own = rowsOf(id);
    const at = indicatorIn(own);
    const cellIn = (each: SheetMonth) => {
      const holds = at(each.month);
      return holds ? [cellOf(own, holds, each)] : [];
    };
    const asked = months.flatMap(cellIn);
    const read = [...before.filter(isCompared(asked, own)).flatMap(cellIn), ...asked];
    const cells = withSmall(read, own, { at, isShown });
    const latest = cells.findLast(({ month }) => shown.has(month)) ?? cells.at(-1);
    return latest
      ? [
          {
            id,
            ref,
            now: latest.at,
            cells: new Map(cells.map((cell) => [cell.month, cell])),
            rebased: rebasedIn(own),
            // What is usual of figures says what they are.
            earlier: isShown || own.small.length === 0 ? own.earlier : [],
          } satisfies SheetIndicator,
        ]
      : [];
  });

  const focus = leadingMonth(monthsIn(figureMonths, indicators));
  return {
    ...heads,
    focus,
    indicators: indicators.sort(inOrder),
    labels: labelsAt(scorecard, focus ?? range.to),
    ...(scorecard.hidesSmall && { small: isShown ? "shown" : "hidden" }),
  };
}

const rebasedIn = ({ definitions }: OwnRows): Rebased[] =>
  definitions
    .flatMap(({ fromMonth, rebasedBecause }) =>
      rebasedBecause !== null ? { month: fromMonth, because: rebasedBecause } : [],
    )
    .sort((one, other) => one.month.localeCompare(other.month));

/** Of the year before: the months that those asked for are compared with, and the last with a figure; where none is asked for, all. */
function isCompared(asked: readonly SheetCell[], { actuals }: OwnRows): (each: SheetMonth) => boolean {
  if (asked.length === 0) return () => true;
  const first = asked[0]!.month;
  const last = [...actuals.values()]
    .flatMap(({ month, value }) => (value !== null && month < first ? month : []))
    .sort()
    .at(-1);
  const compared = new Set([...asked.map(({ previousDue: month }) => month), last]);
  return ({ month }) => compared.has(month);
}

function cellOf(own: OwnRows, at: IndicatorAt, { month, state, labels }: SheetMonth): SheetCell {
  const actual = own.actuals.get(month) ?? null;
  const planned = own.milestones.get(month);
  const milestone = planned && { ...planned, direction: at.direction };
  const value = actual?.value ?? null;
  const grade = earnedGrade(value, at.bands, labels);
  const rule = atMonth(own.dueRules, month);
  return {
    month,
    state,
    isDue: isDue(rule, month),
    every: rule?.every ?? 1,
    previousDue: previousDue(own.dueRules, month),
    at,
    labels,
    actual,
    grade,
    milestone: milestone
      ? { milestone, state: milestoneState(milestone, value, state), words: milestoneWords(milestone, value, state) }
      : null,
    comment: commentOnShow(
      own.revisions.get(month) ?? [],
      { figure: value, missing: actual?.missing ?? null, grade },
      labels,
    ),
  };
}
