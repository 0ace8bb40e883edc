import { and, eq, inArray } from "drizzle-orm";
import type { Database } from "#db/client";
import { roleGrant, team } from "#db/schema/people";
import type { Asker, PersonActor } from "#lib/access/actor";
import type { FormRequest } from "#lib/audit/begin";
import { perform } from "#lib/audit/perform";
import { Refusal } from "#lib/audit/refusal";
import { findOwnPerson } from "#lib/people/find-own-person";
import type { GrantRole } from "#lib/people/inputs";
import { apart } from "#lib/rules/direction";
import type { HeldRole } from "#lib/rules/held-role";

/** The performance officer grants somebody else one or several roles, from their next request on. Throws what `writeGrants` throws. */
export const grantRole = (asker: Asker, given: GrantRole, request?: FormRequest) =>
  perform(asker, "role.grant", (tx, actor) => writeGrants(tx, actor, given), {
    request,
    tried: { person_id: given.person, role: [...new Set(given.roles.map(({ role }) => role))].join(", ") },
  });

/**
 * Throws NOT_FOUND for a person or a team that is not there; WRONG_SCOPE for oneself and for people of another organisation;
 * WRONG_STATE for somebody disabled; CONFLICT when one of the roles is held already.
 */
export async function writeGrants(tx: Database, actor: PersonActor, { person: personId, roles }: GrantRole) {
  const { name, disabledAt } = await findOwnPerson(tx, actor, personId);
  if (personId === actor.person.id) {
    throw new Refusal("WRONG_SCOPE", "Nobody grants a role to themselves: ask another performance officer.");
  }
  if (disabledAt) throw new Refusal("WRONG_STATE", `${apart(name)} is disabled. Enable them before you grant a role.`);
  await requireTeams(tx, actor, roles);
  const held = { organisationId: actor.organisation.id, personId, grantedBy: actor.person.id };
  const granted = await tx
    .insert(roleGrant)
    .values(roles.map((role) => ({ ...held, ...role })))
    .onConflictDoNothing()
    .returning({ id: roleGrant.id });
  if (granted.length < roles.length) {
    const message = `${apart(name)} holds ${roles.length === 1 ? "this role" : "one of these roles"} already. Look at what they hold now, and choose again.`;
    throw new Refusal("CONFLICT", message, { fields: { roles: message } });
  }
  return granted.length;
}

/** Throws NOT_FOUND for a team of another organisation. */
export async function requireTeams(tx: Database, { organisation }: PersonActor, roles: readonly HeldRole[]) {
  const wanted = [...new Set(roles.flatMap(({ teamId }) => (teamId === null ? [] : [teamId])))];
  if (wanted.length === 0) return;
  const found = await tx
    .select({ id: team.id })
    .from(team)
    .where(and(eq(team.organisationId, organisation.id), inArray(team.id, wanted)));
  if (found.length < wanted.length) throw new Refusal("NOT_FOUND", "There is no such team.");
}
