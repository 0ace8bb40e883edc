import { and, eq, isNull } from "drizzle-orm";
import type { Database } from "#db/client";
import { now } from "#db/schema/columns";
import { person, roleGrant } from "#db/schema/people";
import type { Asker, PersonActor } from "#lib/access/actor";
import type { FormRequest } from "#lib/audit/begin";
import { perform } from "#lib/audit/perform";
import { Refusal } from "#lib/audit/refusal";
import type { RevokeRole } from "#lib/people/inputs";
import { apart } from "#lib/rules/direction";
import { momentName } from "#lib/rules/moment";

/** The performance officer revokes one role that somebody holds, from their next request on. Throws what `writeRevocation` throws. */
export const revokeRole = (asker: Asker, given: RevokeRole, request?: FormRequest) =>
  perform(asker, "role.revoke", (tx, actor) => writeRevocation(tx, actor, given), { request, reason: given.reason });

/**
 * Answers whose it was, which may be one's own. Throws NOT_FOUND for another organisation's; WRONG_STATE when it was revoked already, and for the
 * last performance officer, whom the database keeps.
 */
export async function writeRevocation(tx: Database, actor: PersonActor, { grant }: Pick<RevokeRole, "grant">) {
  const isTheirs = and(eq(roleGrant.id, grant), eq(roleGrant.organisationId, actor.organisation.id));
  const [revoked] = await tx
    .update(roleGrant)
    .set({ revokedAt: now, revokedBy: actor.person.id })
    .where(and(isTheirs, isNull(roleGrant.revokedAt)))
    .returning({ personId: roleGrant.personId });
  if (revoked) return { ...revoked, isOwn: revoked.personId === actor.person.id };
  const [before] = await tx
    .select({ at: roleGrant.revokedAt, by: person.name })
    .from(roleGrant)
    .leftJoin(person, eq(person.id, roleGrant.revokedBy))
    .where(isTheirs);
  if (!before?.at) throw new Refusal("NOT_FOUND", "There is no such role.");
  const when = momentName(before.at, actor.organisation.timeZone);
  throw new Refusal("WRONG_STATE", `${apart(before.by ?? "A command")} revoked this role already, on ${when}.`);
}
