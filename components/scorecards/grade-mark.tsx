import { FigureFlags } from "#components/scorecards/figure-flags";
import { gradeClass, type ShownLevel } from "#components/scorecards/grade-class";

/** A figure with the grade it earned, by colour, by shape and by word. Without a level the figure earns no grade. */
export function GradeMark({
  figure,
  level,
  flags: given = "",
  detail,
  showWord = false,
}: {
  figure: string;
  level: ShownLevel | null;
  /** Those beside the figure: p, e, r. */
  flags?: string;
  /** Said beside the figure, such as "18 of 20". */
  detail?: string | undefined;
  showWord?: boolean;
}) {
  const flags = <FigureFlags flags={given} />;
  return (
    <span className="marked">
      {level ? (
        <b className={`mark ${gradeClass(level)}`} data-s={level.short} title={showWord ? undefined : level.word}>
          {figure}
          {flags}
          {!showWord && <span className="sr-only">{` ${level.word}`}</span>}
        </b>
      ) : (
        <b>
          {figure}
          {flags}
        </b>
      )}
      {level && showWord && <small>{level.word}</small>}
      {detail && <small>{detail}</small>}
    </span>
  );
}
