import { gradeClass, type ShownLevel } from "#components/scorecards/grade-class";

/** The level's shape and letter alone; whoever shows it says the word beside it. */
export function GradeSign({ level }: { level: ShownLevel }) {
  return <span className={`sign ${gradeClass(level)}`} data-s={level.short} aria-hidden="true" />;
}
