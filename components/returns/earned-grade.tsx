import { flagsOf } from "#components/scorecards/flags-of";
import { GradeMark } from "#components/scorecards/grade-mark";
import { NoFigure } from "#components/scorecards/no-figure";
import type { ActualContent } from "#lib/rules/actual";
import { formatFigure } from "#lib/rules/figure";
import type { Level } from "#lib/rules/labels";
import { missingWords } from "#lib/rules/missing-words";
import { symbolText } from "#lib/rules/typed-figure";

/** What an actual says and the level it earns; or which kind of nothing it is. */
export function EarnedGrade({
  content,
  level,
  precision,
}: {
  content: ActualContent | null;
  level: Level | null;
  precision: number;
}) {
  if (content?.missing) {
    return <span className="text-soft">{`${symbolText(content.missing)} ${missingWords[content.missing]}`}</span>;
  }
  if (content?.value == null) return <NoFigure kind="blank" />;
  const { value, numerator, denominator } = content;
  return (
    <GradeMark
      figure={formatFigure(value, precision)}
      level={level}
      flags={flagsOf(content)}
      detail={
        numerator !== null && denominator !== null
          ? `${formatFigure(numerator)} of ${formatFigure(denominator)}`
          : undefined
      }
    />
  );
}
