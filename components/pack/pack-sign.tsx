import type { ReactElement } from "react";
import { gradeClass, type ShownLevel } from "#components/scorecards/grade-class";

/** A level by its shape, letter and tone, and by its word. */
export function PackSign({ level }: { level: ShownLevel }) {
  return (
    <span className={`grade ${gradeClass(level)}`}>
      <span className="sign" data-s={level.short} aria-hidden="true" />
      <span>{level.word}</span>
    </span>
  );
}

/** A figure with its level's sign beside it and its word under it: as narrow as a month's column. */
export function PackGraded({ figure, level }: { figure: ReactElement; level: ShownLevel }) {
  return (
    <span className={`graded ${gradeClass(level)}`}>
      <span className="marked">
        {figure}
        <span className="sign" data-s={level.short} aria-hidden="true" />
      </span>
      <span className="word">{level.word}</span>
    </span>
  );
}
