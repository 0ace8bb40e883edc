import { GradeMark } from "#components/scorecards/grade-mark";
import { NoFigure } from "#components/scorecards/no-figure";
import type { ReturnRow } from "#lib/returns/return-row";
import type { ActualContent } from "#lib/rules/actual";
import { formatFigure } from "#lib/rules/figure";
import { gradeOf, type Labels } from "#lib/rules/grade";

/** What an actual says and the grade it earns; or which kind of nothing it is. */
export function EarnedGrade({
  content,
  row,
  labels,
}: {
  content: ActualContent | null;
  row: Pick<ReturnRow, "bands" | "precision">;
  labels: Labels;
}) {
  if (content?.value == null) return <NoFigure kind={content?.missing ?? "blank"} />;
  const { value, numerator, denominator, provisional, estimated } = content;
  return (
    <GradeMark
      figure={formatFigure(value, row.precision)}
      label={row.bands && labels[gradeOf(value, row.bands)]}
      provisional={provisional}
      estimated={estimated}
      detail={
        numerator !== null && denominator !== null
          ? `${formatFigure(numerator)} of ${formatFigure(denominator)}`
          : undefined
      }
    />
  );
}
