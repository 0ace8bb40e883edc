import { and, eq, inArray } from "drizzle-orm";
import type { Database } from "#db/client";
import { roleGrant, team } from "#db/schema/people";
import type { Asker, PersonActor } from "#lib/access/actor";
import type { FormRequest } from "#lib/audit/begin";
import { perform } from "#lib/audit/perform";
import { Refusal } from "#lib/audit/refusal";
import { findGranted } from "#lib/people/find-granted";
import { findOwnPerson } from "#lib/people/find-own-person";
import type { GrantRole } from "#lib/people/inputs";
import { dayIn } from "#lib/rules/day";
import { apart } from "#lib/rules/direction";
import { type HeldDays, heldDaysName, shareADay } from "#lib/rules/held-days";
import { type HeldRole, isSameRole } from "#lib/rules/held-role";

/** The performance officer grants somebody else one or several roles, from their next request on or from a day. Throws what `writeGrants` throws. */
export const grantRole = (asker: Asker, { person, roles, ...days }: GrantRole, request?: FormRequest) =>
  perform(
    asker,
    "role.grant",
    (tx, actor) =>
      writeGrants(tx, actor, {
        person,
        roles: roles.map((role) => ({ ...role, fromDay: null, toDay: null, ...days })),
      }),
    { request, tried: { person_id: person, role: [...new Set(roles.map(({ role }) => role))].join(", ") } },
  );

/**
 * Throws NOT_FOUND for a person or a team that is not there; WRONG_SCOPE for oneself and for people of another organisation;
 * WRONG_STATE for somebody disabled; INVALID for days that have passed; CONFLICT when one of the roles is held already on some
 * of its days.
 */
export async function writeGrants(
  tx: Database,
  actor: PersonActor,
  { person: personId, roles }: { person: string; roles: readonly (HeldRole & HeldDays)[] },
) {
  const { name, disabledAt } = await findOwnPerson(tx, actor, personId);
  if (personId === actor.person.id) {
    throw new Refusal("WRONG_SCOPE", "Nobody grants a role to themselves: ask another performance officer.");
  }
  if (disabledAt) throw new Refusal("WRONG_STATE", `${apart(name)} is disabled. Enable them before you grant a role.`);
  await requireTeams(tx, actor, roles);
  const today = dayIn(actor.organisation.timeZone, new Date());
  for (const { fromDay, toDay } of roles) {
    if (fromDay && fromDay < today) throw wrong("from", "A role begins today or later: no day that has passed.");
    if (toDay && toDay < today) throw wrong("until", "A role ends today or later: no day that has passed.");
  }
  const granted = await findGranted(tx, actor.organisation.id, personId);
  requireNotHeld(name, granted, roles);
  const held = { organisationId: actor.organisation.id, personId, grantedBy: actor.person.id };
  await tx.insert(roleGrant).values(roles.map((role) => ({ ...held, ...role })));
  return roles.length;
}

/** Throws CONFLICT where one of the roles is held already on some of its days; `of` is how many were chosen. */
export function requireNotHeld(
  name: string,
  granted: readonly (HeldRole & HeldDays)[],
  roles: readonly (HeldRole & HeldDays)[],
  of = roles.length,
): void {
  const other = granted.find((one) => roles.some((role) => isSameRole(one, role) && shareADay(one, role)));
  if (!other) return;
  const which = of === 1 ? "this role" : "one of these roles";
  const held = [`${apart(name)} holds ${which} already`, heldDaysName(other)].filter(Boolean).join(", ");
  const message = `${held}. Look at what they hold now, and choose again.`;
  throw new Refusal("CONFLICT", message, { fields: { roles: message } });
}

const wrong = (field: string, message: string) => new Refusal("INVALID", message, { fields: { [field]: message } });

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
