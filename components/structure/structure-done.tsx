import { Note } from "#components/ui/note";
import type { StructureDone } from "#lib/paths";

const said: Record<StructureDone, string> = {
  made: "The scorecard is made. Give it its first theme and section here, then its indicators.",
  copied: "The scorecard is made as a copy, without figures and comments. Change here what is to be otherwise.",
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

/** What was done just now, as the address says; an end is said of nothing that goes on. */
export function StructureDoneNote({ done, hasEnded }: { done: string | undefined; hasEnded: boolean }) {
  if (done === undefined || !Object.hasOwn(said, done) || (done === "ended") !== hasEnded) return null;
  return (
    <Note key={done} live="status">
      {said[done as StructureDone]}
    </Note>
  );
}
