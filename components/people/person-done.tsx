import { Note } from "#components/ui/note";
import type { PersonDone } from "#lib/paths";

const said: Record<PersonDone, (name: string) => string> = {
  granted: (name) => `Granted. It works from the next thing ${name} does.`,
  revoked: (name) => `Revoked. It works no longer, from the next thing ${name} does.`,
  "handed over": (name) => `Handed over. ${name} holds no role of a team any more.`,
  withdrawn: (name) => `The invitation of ${name} is withdrawn: its link works no longer. Their roles stay.`,
  disabled: (name) => `${name} is disabled: signed out everywhere, and kept out.`,
  enabled: (name) => `${name} is enabled, and may sign in with the roles held.`,
};

/** A line that says what was just done about this person. */
export function PersonDoneNote({ done, name }: { done: string | string[] | undefined; name: string }) {
  if (typeof done !== "string" || !Object.hasOwn(said, done)) return null;
  return (
    <Note key={done} live="status">
      {said[done as PersonDone](name)}
    </Note>
  );
}
