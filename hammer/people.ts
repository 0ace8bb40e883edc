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

const newAddress = () => `newcomer.${randomUUID()}@candour.test`;

/** Somebody whom nobody knows yet, a reader of the demonstration's council. */
async function newcomer(yard: Yard): Promise<{ personId: string; grantId: string }> {
  const email = newAddress();
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
  invite: async () => act("invitePeopleAction", { does: "invite", block: `A newcomer\t${newAddress()}\treader` }),
  renew: async (yard: Yard) => act("renewInvitationAction", { person: (await newcomer(yard)).personId }),
  withdraw: async (yard: Yard) =>
    act("withdrawInvitationAction", { person: (await newcomer(yard)).personId, reason: "The wrong address." }),
  disable: async (yard: Yard) =>
    act("disablePersonAction", { person: (await newcomer(yard)).personId, reason: "They left." }),
  enable: async (yard: Yard) => {
    const { personId } = await newcomer(yard);
    await yard.query(
      `do $$ begin perform audit.begin_operator('npm run hammer'); update person set disabled_at = now() where id = '${personId}'; end $$`,
    );
    return act("enablePersonAction", { person: personId });
  },
  addTeam: async () => act("addTeamAction", { name: `A team of the hammer’s ${randomUUID()}` }),
  renameTeam: async (yard: Yard) => {
    const [found] = await yard.query(
      `select t.id, t.version, t.name from team t join organisation o on o.id = t.organisation_id and o.slug = 'demonstration' where t.slug = 'participation'`,
    );
    return act("renameTeamAction", {
      team: String(found?.id),
      seen: String(found?.version),
      name: String(found?.name),
    });
  },
  revoke: async (yard: Yard) =>
    act("revokeRoleAction", { grant: (await newcomer(yard)).grantId, reason: "They left." }),
};
