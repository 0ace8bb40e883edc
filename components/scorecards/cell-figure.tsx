import { GradeMark } from "#components/scorecards/grade-mark";
import { NoFigure } from "#components/scorecards/no-figure";
import { formatFigure } from "#lib/rules/figure";
import { figureKind } from "#lib/rules/figure-kind";
import { levelOf } from "#lib/rules/labels";
import type { SheetCell } from "#lib/scorecards/sheet";

/** What stands in one indicator's month: the figure with its grade, or which kind of none it is. */
export function cellFigure(cell: SheetCell | undefined) {
  if (!cell) return <NoFigure kind="not due" />;
  const { actual, at, grade, labels } = cell;
  const kind = figureKind(cell);
  if (kind !== "figure" || actual?.value == null) return kind === "figure" ? null : <NoFigure kind={kind} showWord />;
  return (
    <GradeMark
      figure={formatFigure(actual.value, at.precision)}
      level={levelOf(labels, grade)}
      provisional={actual.provisional}
      estimated={actual.estimated}
      detail={actual.numerator && actual.denominator ? `${actual.numerator} of ${actual.denominator}` : undefined}
      showWord
    />
  );
}
