import { Note } from "#components/ui/note";
import type { PersonDone } from "#lib/paths";
import { apart } from "#lib/rules/direction";

const said: Record<PersonDone, (name: string) => string> = {
  granted: (name) => `Granted. It works from the next thing ${apart(name)} does.`,
  "granted to come": () => `Granted. It works from its first day on.`,
  revoked: (name) => `Revoked. It works no longer, from the next thing ${apart(name)} does.`,
  "revoked to come": (name) => `Revoked with the end of its last day. Until then ${apart(name)} holds it.`,
  "not granted": (name) => `Withdrawn: what ${apart(name)} was to hold does not begin.`,
  "handed over": (name) => `Handed over. ${apart(name)} holds no role of a team any more.`,
  withdrawn: (name) => `The invitation of ${apart(name)} is withdrawn: its link works no longer. Their roles stay.`,
  reset: (name) =>
    `The second factor of ${apart(name)} is reset, and they are told: their password alone signs them in until they set up another.`,
  disabled: (name) => `${apart(name)} is disabled: signed out everywhere, and kept out.`,
  enabled: (name) => `${apart(name)} is enabled, and may sign in with the roles held.`,
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
