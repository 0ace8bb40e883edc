import { Note } from "#components/ui/note";
import type { StructureDone } from "#lib/paths";

const said: Record<StructureDone, string> = {
  made: "The scorecard is made. Give it its first theme and section here, then its indicators.",
  copied: "The scorecard is made as a copy, without figures and milestones. Change here what is to be otherwise.",
  renamed: "The scorecard says so from now on. Its address stays, and editions and the history keep what it said.",
  ended: "The scorecard has ended. It stays to be read, with its editions and its history.",
  "theme added": "The theme is added, after the others.",
  "theme renamed": "The theme is called so from now on. Its address stays.",
  "theme ended": "The theme has ended.",
  "section added": "The section is added.",
  "section renamed": "The section goes by that from now on.",
  "section ended": "The section has ended. Its number is free again.",
  moved: "It is moved.",
  merged: "The sections are merged: its indicators stand in the other one, and it has ended.",
};

export function StructureDoneNote({ done }: { done: string | undefined }) {
  if (done === undefined || !Object.hasOwn(said, done)) return null;
  return (
    <Note key={done} live="status">
      {said[done as StructureDone]}
    </Note>
  );
}
