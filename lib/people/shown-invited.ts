import { sendsMail } from "#lib/mail/sends-mail";
import type { InvitePeople } from "#lib/people/inputs";
import type { InvitedPerson } from "#lib/people/invite-people";
import { linkOf } from "#lib/people/link-of";
import type { KnownTeam } from "#lib/people/read-role";
import { heldDaysName } from "#lib/rules/held-days";
import { roleField } from "#lib/rules/held-role";

/** One line of a review, or of what was done; the link is there once, for whoever made it. */
export type ShownInvited = {
  email: string;
  name: string;
  roles: string[];
  says: string;
  isRefused: boolean;
  link: string | null;
  /** Their page, where the link is sent by mail as well: it says whether it was. */
  sentTo: string | null;
};

export type Inviting =
  | { review: ShownInvited[]; fields: Record<string, string>; request: string }
  | { invited: ShownInvited[] };

/** What is sent once more when what was looked at is to be done. */
export const fieldsOf = (input: InvitePeople): Record<string, string> =>
  "block" in input
    ? { block: input.block ?? "" }
    : {
        name: input.name,
        email: input.email,
        from: input.fromDay ?? "",
        until: input.toDay ?? "",
        ...Object.fromEntries(input.roles.map((held) => [roleField(held), "on"])),
      };

/** In words for the screen, before (`isDone` false) or after. */
export function shownInvited(
  people: readonly InvitedPerson[],
  { teams, isDone }: { teams: readonly KnownTeam[]; isDone: boolean },
): ShownInvited[] {
  const nameOf = (id: string | null) => teams.find((team) => team.id === id)?.name;
  return people.map(({ email, name, roles, fromDay = null, toDay = null, done, refusal }) => ({
    email,
    name: done?.name ?? name,
    roles: roles.map(({ role, teamId }) =>
      [teamId ? `${role}: ${nameOf(teamId) ?? ""}` : role, heldDaysName({ fromDay, toDay })].filter(Boolean).join(", "),
    ),
    says: refusal ?? (isDone ? saysDone(done) : saysBefore(done)),
    isRefused: refusal !== null,
    link: isDone && done?.token ? linkOf(done.token) : null,
    sentTo: isDone && done?.token && sendsMail() ? done.personId : null,
  }));
}

const andSent = () => (sendsMail() ? ", and sent to them by mail" : "");

function saysBefore(done: InvitedPerson["done"]): string {
  if (done?.isNew) return `New here. A link is made by which they set a password, once, within seven days${andSent()}.`;
  if (!done?.token) return "Has a password and signs in as before, with these roles as well. No link is made.";
  const before = done.replaces ? "The link made before works no longer." : "No link works for them now.";
  return `Was invited before, and has set no password. ${before} A new one is made${andSent()}.`;
}

function saysDone(done: InvitedPerson["done"]): string {
  if (!done)
    return "This form did it already, and its link was shown then. Invite them again from their page for a new one.";
  if (!done.token) return "Is granted these roles, and signs in as before.";
  return done.replaces ? "Invited again. The link made before works no longer." : "Invited.";
}
