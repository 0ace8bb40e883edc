import { Note } from "#components/ui/note";
import type { WorkingDaysDone } from "#lib/paths";

const said: Record<WorkingDaysDone, string> = {
  rule: "The rule is changed. The dates of months that are open stay as they are.",
  added: "The day is added. The dates of months that are open stay as they are.",
  withdrawn: "The day is a working day again. The dates of months that are open stay as they are.",
};

export function WorkingDaysDoneNote({ done }: { done: string | string[] | undefined }) {
  if (typeof done !== "string" || !Object.hasOwn(said, done)) return null;
  return (
    <Note key={done} live="status">
      {said[done as WorkingDaysDone]}
    </Note>
  );
}
