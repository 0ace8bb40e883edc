import { Note } from "#components/ui/note";
import type { MonthDone } from "#lib/paths";
import { type Month, monthName } from "#lib/rules/month";

const said: Record<MonthDone, (month: string) => string> = {
  opened: (month) => `${month} is open. What is due stands in its teams’ returns now.`,
  rescheduled: (month) => `The dates of ${month} are changed.`,
  closed: (month) => `${month} is closed. Its figures are locked.`,
  reopened: (month) => `${month} is open again.`,
  published: (month) => `${month} is published. Readers see it now, and it never changes.`,
};

/** A line that says what was just done on this page. */
export function MonthDoneNote({ done, month }: { done: string | string[] | undefined; month: Month }) {
  if (typeof done !== "string" || !Object.hasOwn(said, done)) return null;
  return (
    <Note key={done} live="status">
      {said[done as MonthDone](monthName(month))}
    </Note>
  );
}
