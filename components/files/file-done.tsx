import { Note } from "#components/ui/note";
import type { FileDone } from "#lib/paths";

const said: Record<FileDone, string> = {
  asked: "The file is asked for. It stands here as soon as it is made; meanwhile go on with whatever you like.",
  cancelled: "It is cancelled.",
  over: "There was nothing left to cancel: it had ended already.",
  deleted: "It is deleted.",
  gone: "There was nothing left to delete.",
};

export function FileDoneNote({ done }: { done: string | string[] | undefined }) {
  if (typeof done !== "string" || !Object.hasOwn(said, done)) return null;
  return (
    <Note key={done} live="status">
      {said[done as FileDone]}
    </Note>
  );
}
