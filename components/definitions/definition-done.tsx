import { Note } from "#components/ui/note";
import type { DefinitionDone } from "#lib/paths";

const said: Record<DefinitionDone, string> = {
  added: "It is added, and due from its first month on. Set its bands, benchmark and milestones here.",
  ended: "Its end is set. What was recorded up to it stays.",
  changed: "It is changed, as it was previewed.",
  withdrawn: "It is withdrawn. What held before holds again.",
  milestones: "The milestones are set, as they were previewed.",
};

export function DefinitionDoneNote({ done }: { done: string | undefined }) {
  if (done === undefined || !Object.hasOwn(said, done)) return null;
  return (
    <Note key={done} live="status">
      {said[done as DefinitionDone]}
    </Note>
  );
}
