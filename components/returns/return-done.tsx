import { Note } from "#components/ui/note";
import type { ReturnDone } from "#lib/paths";

const said: Record<ReturnDone, string> = {
  submitted: "The return is submitted. Its figures and comments are locked.",
  asked: "You asked for the return to be reopened. Until it is, it stays locked.",
  "taken back": "The request to reopen the return is taken back. It stays locked.",
  refused: "You refused to reopen the return. Its leads are told why, and it stays locked.",
  reopened: "The return is reopened. It is locked again by itself.",
};

/** A line that says what was just done on this page. */
export function ReturnDoneNote({ done }: { done: string | string[] | undefined }) {
  if (typeof done !== "string" || !Object.hasOwn(said, done)) return null;
  return (
    <Note key={done} live="status">
      {said[done as ReturnDone]}
    </Note>
  );
}
