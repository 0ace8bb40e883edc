import { DirectionWords } from "#components/scorecards/direction-words";
import { GradeMark } from "#components/scorecards/grade-mark";
import { MilestoneMark } from "#components/scorecards/milestone-mark";
import { NoFigure } from "#components/scorecards/no-figure";
import type { CommentRead, IndicatorRead, MonthRead } from "#lib/imports/reader/reading";
import { parseBands } from "#lib/rules/bands";
import { formatFigure } from "#lib/rules/figure";
import { earnedGrade } from "#lib/rules/grade";
import { type Labels, levelOf } from "#lib/rules/labels";
import { milestoneState, parseMilestone } from "#lib/rules/milestone";
import { type Month, monthName } from "#lib/rules/month";

/** One indicator's row, and a row for each of its comments. */
export function ReadingCells({
  indicator,
  comments,
  months,
  actualMonths,
  milestoneMonths,
  labels,
}: {
  indicator: IndicatorRead;
  comments: readonly CommentRead[];
  months: readonly MonthRead[];
  actualMonths: readonly Month[];
  milestoneMonths: readonly Month[];
  labels: Labels;
}) {
  const { ref, measure, direction, precision, unit, actionPlanRefs, benchmark, bands } = indicator;
  return (
    <>
      <tr>
        <th scope="row">{ref}</th>
        <td className="min-w-64">
          {measure}
          <span className="block text-soft">
            <DirectionWords direction={direction} /> · {unit}
          </span>
        </td>
        <td>{actionPlanRefs.join(", ") || <None />}</td>
        <td>{benchmark === null ? <None /> : formatFigure(benchmark)}</td>
        {bands.toReversed().map(({ word, asTyped }) => (
          <td key={word} className="whitespace-nowrap">
            {asTyped}
          </td>
        ))}
        {actualMonths.map((month) => {
          const value = valueIn(indicator, month);
          return (
            <td key={month} className="figure">
              {value === null ? (
                <NoFigure kind="blank" />
              ) : (
                <GradeMark
                  figure={formatFigure(value, precision)}
                  level={levelOf(labels, gradeOf(indicator, value, labels))}
                />
              )}
            </td>
          );
        })}
        {milestoneMonths.map((month) => (
          <td key={month}>
            <MilestoneCell indicator={indicator} month={month} months={months} />
          </td>
        ))}
      </tr>
      {comments.map((comment) => (
        <tr key={comment.row}>
          <td />
          <td colSpan={3 + bands.length + actualMonths.length + milestoneMonths.length}>
            <p className="max-w-3xl border-l-3 border-line pl-3">
              {comment.words}
              <span className="block text-soft">Comment for {monthName(comment.month)}, as imported</span>
            </p>
          </td>
        </tr>
      ))}
    </>
  );
}

function MilestoneCell({
  indicator,
  month,
  months,
}: {
  indicator: IndicatorRead;
  month: Month;
  months: readonly MonthRead[];
}) {
  const typed = indicator.milestones.find((milestone) => milestone.month === month)?.asTyped;
  if (typed === undefined) return <None />;
  const parsed = parseMilestone(typed, indicator.direction);
  const state = months.find((each) => each.month === month)?.state ?? "not opened";
  if (!parsed.ok) return typed;
  return <MilestoneMark asTyped={typed} state={milestoneState(parsed.milestone, valueIn(indicator, month), state)} />;
}

function None() {
  return (
    <span className="text-soft">
      <span aria-hidden="true">–</span>
      <span className="sr-only">none</span>
    </span>
  );
}

function valueIn({ actuals }: IndicatorRead, month: Month): string | null {
  return actuals.find((actual) => actual.month === month)?.value ?? null;
}

function gradeOf({ bands, direction }: IndicatorRead, value: string, labels: Labels) {
  const parsed = parseBands(bands, direction);
  return earnedGrade(value, parsed.ok ? parsed.bands : null, labels);
}
