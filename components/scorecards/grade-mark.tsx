import { FigureFlags } from "#components/scorecards/figure-flags";
import { GradeSign } from "#components/scorecards/grade-sign";
import { gradeWash } from "#components/scorecards/grade-tones";
import type { Level } from "#lib/rules/labels";

/** A figure with the grade it earned, by colour, by shape and by word. Without a level the figure earns no grade. */
export function GradeMark({
  figure,
  level,
  provisional,
  estimated,
  detail,
  showWord = false,
}: {
  figure: string;
  level: Level | null;
  provisional?: boolean;
  estimated?: boolean;
  /** Said beside the figure, such as "18 of 20". */
  detail?: string | undefined;
  showWord?: boolean;
}) {
  return (
    <span className="inline-grid justify-items-end">
      <span
        className={`inline-flex items-center gap-1.5 rounded-[5px] py-px font-semibold ${level ? `pr-1 pl-2 ${gradeWash(level.tone)}` : ""}`}
        title={level?.word}
      >
        <span>
          {figure}
          <FigureFlags provisional={provisional} estimated={estimated} />
        </span>
        {level && <GradeSign level={level} />}
        {level && !showWord && <span className="sr-only">{level.word}</span>}
      </span>
      {level && showWord && <span className="text-xs leading-4 text-soft">{level.word}</span>}
      {detail && <span className="text-xs leading-4 text-soft">{detail}</span>}
    </span>
  );
}
