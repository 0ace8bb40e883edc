import { Note } from "#components/ui/note";
import type { DeputyDone } from "#lib/paths";

const said: Record<DeputyDone, string> = {
  named: "The deputy is named, and is told. Their decisions carry both names.",
  ended: "It is ended, from the next thing they do. What they decided stays.",
};

export function DeputyDoneNote({ done }: { done: string | string[] | undefined }) {
  if (typeof done !== "string" || !Object.hasOwn(said, done)) return null;
  return (
    <Note key={done} live="status">
      {said[done as DeputyDone]}
    </Note>
  );
}
