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
