import { Note } from "#components/ui/note";
import type { SettingsDone } from "#lib/paths";

const said: Record<SettingsDone, string> = {
  renamed: "The organisation is called so from now on. Editions and the history keep the name they had.",
  "time zone": "The time zone is set. Days begin and end by its clock from now on.",
  sessions: "How soon sessions end is set. It acts at once.",
  comments: "When a comment is required is set, from that month on.",
  retention:
    "For how long words are kept is set. What is older is listed beside the redactions, and stays until it is redacted.",
  "second factor": "Who has to have a second factor is set. It acts at once.",
  publishing: "Who may publish over what stands in the way is set.",
};

export function SettingsDoneNote({ done }: { done: string | string[] | undefined }) {
  if (typeof done !== "string" || !Object.hasOwn(said, done)) return null;
  return (
    <Note key={done} live="status">
      {said[done as SettingsDone]}
    </Note>
  );
}
