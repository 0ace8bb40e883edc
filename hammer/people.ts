import { randomUUID } from "node:crypto";
import type { Act, Fields } from "#hammer/actions";
import type { Yard } from "#hammer/yard";
import { operator } from "#lib/access/actor";
import { perform } from "#lib/audit/perform";
import { paths } from "#lib/paths";
import { invitePerson } from "#lib/people/invite-person";

/** An invitation to the demonstration's council, as its link's token. */
export async function invitationOf(yard: Yard, email: string): Promise<string> {
  const [council] = await yard.query("select id from organisation where slug = 'demonstration'");
  const command = operator(yard.ownerUrl(), "npm run hammer", String(council?.id));
  const { token } = await perform(command, "person.invite", (tx) =>
    invitePerson(tx, { email, role: "reader", newLink: true }, String(council?.id)),
  );
  return String(token);
}

let people = 0;

/** Somebody whom nobody knows yet, a reader of the demonstration's council. */
async function newcomer(yard: Yard): Promise<{ personId: string; grantId: string }> {
  const email = `newcomer.${people++}.${randomUUID().slice(0, 8)}@candour.test`;
  await invitationOf(yard, email);
  const [held] = await yard.query(
    "select p.id as person, g.id as grant from person p join role_grant g on g.person_id = p.id where p.email = $1",
    [email],
  );
  return { personId: String(held?.person), grantId: String(held?.grant) };
}

const act = (action: string, fields: Fields): Act => ({
  action,
  from: paths.account(),
  fields: { request: randomUUID(), ...fields },
});

/** What the officer does to somebody of the demonstration's council. */
export const peopleActs = {
  grant: async (yard: Yard) =>
    act("grantRoleAction", { person: (await newcomer(yard)).personId, "role.auditor": "on" }),
  revoke: async (yard: Yard) =>
    act("revokeRoleAction", { grant: (await newcomer(yard)).grantId, reason: "They left." }),
};
