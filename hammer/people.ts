import { randomBytes, randomUUID } from "node:crypto";
import { type Act, type Fields, act as send } from "#hammer/actions";
import type { Yard } from "#hammer/yard";
import { operator } from "#lib/access/actor";
import { perform } from "#lib/audit/perform";
import { paths } from "#lib/paths";
import { acceptInvitation } from "#lib/people/accept-invitation";
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

/** A link for a new password of somebody of the demonstration's council, as its token. */
export async function resetOf(yard: Yard, email: string): Promise<string> {
  const password = "nine owls keep a rota";
  const invited = await invitationOf(yard, email);
  const personId = await acceptInvitation(
    { token: invited, password, again: password },
    { address: null, agent: null },
  );
  const token = randomBytes(32).toString("base64url");
  await yard.query("select access.ask_reset($1, $2, 'A new password', 'The link.', null, null)", [personId, token]);
  return token;
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

/** A head of service of the demonstration's Assessment team, and who can stand in for them. */
async function awayOf(yard: Yard) {
  const [found] = await yard.query(`select h.id as head, d.id as deputy, g.team_id as team
    from person h join role_grant g on g.person_id = h.id and g.role = 'head of service' and g.revoked_at is null, person d
    where h.email = 'head@candour.test' and d.email = 'lead.workforce@candour.test'`);
  return { head: String(found?.head), deputy: String(found?.deputy), team: String(found?.team) };
}

/** A day of no other try. */
const farDay = () =>
  new Date(Date.UTC(2100 + Math.random() * 5000, 0, 1 + Math.random() * 365)).toISOString().slice(0, 10);

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
  resetSecondFactor: async (yard: Yard) => {
    const { personId } = await newcomer(yard);
    await yard.query(`do $$ begin perform audit.begin_operator('npm run hammer');
      insert into credential (person_id, password_hash, changed_at) values ('${personId}', '$argon2id$v=19$m=1,t=1,p=1$of$none', now());
      insert into second_factor (person_id, sealed_secret, confirmed_at, last_step) values ('${personId}', 'of....none', now(), 1); end $$`);
    return act("resetSecondFactorAction", { person: personId, reason: "A phone was lost." });
  },
  nameDeputy: async (yard: Yard) => {
    const { head, deputy, team } = await awayOf(yard);
    const day = farDay();
    return act("nameDeputyAction", { of: `${head} ${team}`, deputy, from: day, to: day });
  },
  endDeputy: async (yard: Yard) => {
    const { head, deputy, team } = await awayOf(yard);
    const day = farDay();
    await yard.query(`do $$ begin perform audit.begin_operator('npm run hammer');
      insert into deputy (organisation_id, head_id, deputy_id, team_id, from_day, to_day)
      select t.organisation_id, '${head}', '${deputy}', t.id, '${day}', '${day}' from team t where t.id = '${team}'; end $$`);
    const [named] = await yard.query("select id from deputy where head_id = $1 and from_day = $2", [head, day]);
    return act("endDeputyAction", { deputy: String(named?.id) });
  },
  /** A saved view of the officer's, to be taken away. */
  endView: async (yard: Yard) => {
    const name = `Of the hammer ${randomUUID()}`;
    const from = paths.savedViews({ outcome: "refused" });
    const fields = { name, asked: "outcome=refused", request: randomUUID() };
    await send(yard, await yard.cookie("officer"), { action: "saveViewAction", from, fields });
    const [saved] = await yard.query("select id from saved_view where name = $1", [name]);
    return { ...act("endViewAction", { view: String(saved?.id) }), from };
  },
  makeSignInRule: async () => ({
    ...act("makeSignInRuleAction", { domain: "hammer.gov.uk", group: "", becomes: "role.reader" }),
    from: paths.signInRules(),
  }),
  endSignInRule: async (yard: Yard) => {
    const group = randomUUID();
    await yard.query(`do $$ begin perform audit.begin_operator('npm run hammer');
      insert into sign_in_rule (organisation_id, issuer, domain, in_group, role, made_by)
      select g.organisation_id, 'https://issuer.example', 'hammer.gov.uk', '${group}', 'reader', null
      from role_grant g join person p on p.id = g.person_id where p.email = 'officer@candour.test' limit 1; end $$`);
    const [made] = await yard.query("select id from sign_in_rule where in_group = $1", [group]);
    return { ...act("endSignInRuleAction", { rule: String(made?.id) }), from: paths.signInRules() };
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
  handOver: async (yard: Yard) => {
    const [from, to] = [await newcomer(yard), await newcomer(yard)];
    await yard.query(`do $$ begin perform audit.begin_operator('npm run hammer');
      insert into role_grant (organisation_id, person_id, role, team_id)
      select t.organisation_id, '${from.personId}', 'team lead', t.id from team t join organisation o on o.id = t.organisation_id
        and o.slug = 'demonstration' where t.slug = 'participation'; end $$`);
    return act("handOverAction", { person: from.personId, to: to.personId, why: "They left." });
  },
  revoke: async (yard: Yard) =>
    act("revokeRoleAction", { grant: (await newcomer(yard)).grantId, reason: "They left." }),
};
