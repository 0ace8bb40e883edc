import { GradeMark } from "#components/scorecards/grade-mark";
import { NoFigure } from "#components/scorecards/no-figure";
import type { GradeLevel } from "#db/vocabulary";
import type { ActualContent } from "#lib/rules/actual";
import { formatFigure } from "#lib/rules/figure";
import type { Labels } from "#lib/rules/grade";

/** What an actual says and the grade it earns; or which kind of nothing it is. */
export function EarnedGrade({
  content,
  grade,
  precision,
  labels,
}: {
  content: ActualContent | null;
  grade: GradeLevel | null;
  precision: number;
  labels: Labels;
}) {
  if (content?.value == null) return <NoFigure kind={content?.missing ?? "blank"} />;
  const { value, numerator, denominator, provisional, estimated } = content;
  return (
    <GradeMark
      figure={formatFigure(value, precision)}
      label={grade && labels[grade]}
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
