import type { Database } from "#db/client";
import { organisation } from "#db/schema/people";
import { Refusal } from "#lib/audit/refusal";
import { knownTeams, readHeld, readRole } from "#lib/people/read-role";
import { setUpOrganisation } from "#lib/people/set-up-organisation";
import { type Invitation, readEmail, writeInvitation } from "#lib/people/write-invitation";

/** `newLink` is for somebody who has lost their password. */
export type Invited = { email: string; role: string; team?: string; name?: string; newLink?: boolean };

/**
 * Invites a person to an organisation (null: the only one) by an operator's command, with one role. For `perform` as an
 * operator. Throws INVALID, NOT_FOUND; CONFLICT where there is nothing to do.
 */
export async function invitePerson(tx: Database, invited: Invited, named: string | null = null): Promise<Invitation> {
  const email = readEmail(invited.email);
  const role = readRole(invited.role);
  const organisationId = named ?? (await theOnlyOrganisation(tx));
  const held = readHeld(await knownTeams(tx, organisationId), role, invited.team, "with --team");
  const { name, newLink = false } = invited;
  const done = await writeInvitation(tx, { organisationId, by: null, email, name, roles: [held], newLink });
  if (done.token === null && done.granted === 0) {
    const of = held.teamId ? " for this team" : "";
    throw new Refusal(
      "CONFLICT",
      `${email} holds the role of ${role}${of} already. For a link to set a new password, add --new-link.`,
    );
  }
  return done;
}

async function theOnlyOrganisation(tx: Database): Promise<string> {
  const [first, second] = await tx.select({ id: organisation.id }).from(organisation).limit(2);
  if (second) throw new Refusal("INVALID", "This database holds several organisations: say which one.");
  return first?.id ?? setUpOrganisation(tx, { slug: "council", name: "The council" });
}
