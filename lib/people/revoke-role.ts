import { and, eq } from "drizzle-orm";
import type { Database } from "#db/client";
import { now } from "#db/schema/columns";
import { person, roleGrant } from "#db/schema/people";
import type { Asker, PersonActor } from "#lib/access/actor";
import type { FormRequest } from "#lib/audit/begin";
import { perform } from "#lib/audit/perform";
import { Refusal } from "#lib/audit/refusal";
import type { RevokeRole } from "#lib/people/inputs";
import { type Day, dayIn } from "#lib/rules/day";
import { apart } from "#lib/rules/direction";
import { type HeldDays, standsOn } from "#lib/rules/held-days";
import { dateName, momentName } from "#lib/rules/moment";

/**
 * The performance officer revokes one role that somebody holds, from their next request on or with the end of a day, or one that
 * they are to hold. Throws what `writeRevocation` throws.
 */
export const revokeRole = (asker: Asker, given: RevokeRole, request?: FormRequest) =>
  perform(asker, "role.revoke", (tx, actor) => writeRevocation(tx, actor, given), { request, reason: given.reason });

/**
 * Answers whose it was, which may be one's own, and whether it had begun. Throws NOT_FOUND for another organisation's; INVALID for a last
 * day that has passed, or is before its first or not before its last; WRONG_STATE when it was revoked or is over already, and
 * for the last performance officer, whom the database keeps.
 */
export async function writeRevocation(
  tx: Database,
  actor: PersonActor,
  { grant, until = null }: Pick<RevokeRole, "grant" | "until">,
) {
  const { id: organisationId, timeZone } = actor.organisation;
  const isTheirs = and(eq(roleGrant.id, grant), eq(roleGrant.organisationId, organisationId));
  const [found] = await tx
    .select({
      personId: roleGrant.personId,
      fromDay: roleGrant.fromDay,
      toDay: roleGrant.toDay,
      at: roleGrant.revokedAt,
      by: person.name,
    })
    .from(roleGrant)
    .leftJoin(person, eq(person.id, roleGrant.revokedBy))
    .where(isTheirs)
    .for("no key update", { of: roleGrant });
  if (!found) throw new Refusal("NOT_FOUND", "There is no such role.");
  if (found.at) {
    const when = momentName(found.at, timeZone);
    throw new Refusal("WRONG_STATE", `${apart(found.by ?? "A command")} revoked this role already, on ${when}.`);
  }
  const today = dayIn(timeZone, new Date());
  const stands = standsOn(found, today);
  if (stands === "over") {
    throw new Refusal("WRONG_STATE", `This role was held until ${dateName(found.toDay!)}: it is over already.`);
  }
  if (until) requireNearer(until, found, today);
  await tx
    .update(roleGrant)
    .set(until ? { toDay: until } : { revokedAt: now, revokedBy: actor.person.id })
    .where(isTheirs);
  return { personId: found.personId, isOwn: found.personId === actor.person.id, hadBegun: stands === "held" };
}

function requireNearer(until: Day, { fromDay, toDay }: HeldDays, today: Day): void {
  if (until < today) throw wrong("A role ends today or later: no day that has passed.");
  if (fromDay && until < fromDay) throw wrong(`This role begins on ${dateName(fromDay)} only.`);
  if (toDay && toDay <= until) {
    throw wrong(
      `This role ends with ${dateName(toDay)} already. To be held for longer, it is granted anew from the day after.`,
    );
  }
}

const wrong = (message: string) => new Refusal("INVALID", message, { fields: { until: message } });
