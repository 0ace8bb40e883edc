import { FigureFlags } from "#components/scorecards/figure-flags";
import { GradeSign } from "#components/scorecards/grade-sign";
import { gradeWash } from "#components/scorecards/grade-tones";
import type { GradeLevel } from "#db/vocabulary";
import type { Labels } from "#lib/rules/grade";

/** One level of a label set: its word, and the letter, shape and colour that stand for it. */
type GradeLabel = Labels[GradeLevel];

/** A figure with the grade it earned, by colour, by shape and by word. Without a label the figure earns no grade. */
export function GradeMark({
  figure,
  label,
  provisional,
  estimated,
  detail,
  showWord = false,
}: {
  figure: string;
  label: GradeLabel | null;
  provisional?: boolean;
  estimated?: boolean;
  /** Said beside the figure, such as "18 of 20". */
  detail?: string | undefined;
  showWord?: boolean;
}) {
  return (
    <span className="inline-grid justify-items-end">
      <span
        className={`inline-flex items-center gap-1.5 rounded-[5px] py-px font-semibold ${label ? `pr-1 pl-2 ${gradeWash(label.tone)}` : ""}`}
        title={label?.word}
      >
        <span>
          {figure}
          <FigureFlags provisional={provisional} estimated={estimated} />
        </span>
        {label && <GradeSign label={label} />}
        {label && !showWord && <span className="sr-only">{label.word}</span>}
      </span>
      {label && showWord && <span className="text-xs leading-4 text-soft">{label.word}</span>}
      {detail && <span className="text-xs leading-4 text-soft">{detail}</span>}
    </span>
  );
}
