import { and, eq, gte, isNotNull, isNull, or, sql } from "drizzle-orm";
import type { Database } from "#db/client";
import { now } from "#db/schema/columns";
import { deputy, roleGrant } from "#db/schema/people";
import type { Asker, PersonActor } from "#lib/access/actor";
import type { FormRequest } from "#lib/audit/begin";
import { perform } from "#lib/audit/perform";
import { Refusal } from "#lib/audit/refusal";
import { findOwnPerson } from "#lib/people/find-own-person";
import { writeGrants } from "#lib/people/grant-role";
import type { HandOver } from "#lib/people/inputs";
import { apart } from "#lib/rules/direction";

/** The performance officer hands somebody's teams over to another, who goes on with their drafts and returns. Throws what `writeHandingOver` throws. */
export const handOver = (asker: Asker, given: HandOver, request?: FormRequest) =>
  perform(asker, "role.hand_over", (tx, actor) => writeHandingOver(tx, actor, given), {
    request,
    reason: given.reason,
  });

/**
 * All team roles in one act: whoever takes over is granted those that they do not hold yet, whoever goes loses them, and
 * nobody stands in for who goes. Throws INVALID for the same person; WRONG_STATE where nothing is held; and what `writeGrants` throws.
 */
export async function writeHandingOver(
  tx: Database,
  actor: PersonActor,
  { person: from, to }: Omit<HandOver, "reason">,
) {
  const { name } = await findOwnPerson(tx, actor, from);
  if (from === to) {
    const message = `Choose somebody else than ${apart(name)}.`;
    throw new Refusal("INVALID", message, { fields: { to: message } });
  }
  const heldBy = (person: string) =>
    and(
      eq(roleGrant.organisationId, actor.organisation.id),
      eq(roleGrant.personId, person),
      isNotNull(roleGrant.teamId),
      isNull(roleGrant.revokedAt),
    );
  const columns = { role: roleGrant.role, teamId: roleGrant.teamId };
  const theirs = await tx.select(columns).from(roleGrant).where(heldBy(from));
  if (theirs.length === 0)
    throw new Refusal("WRONG_STATE", `${apart(name)} holds no role of a team, so there is nothing to hand over.`);
  const successor = await findOwnPerson(tx, actor, to);
  if (successor.disabledAt)
    throw new Refusal("WRONG_STATE", `${apart(successor.name)} is disabled. Enable them first.`);
  const already = await tx.select(columns).from(roleGrant).where(heldBy(to));
  const roles = theirs.filter((one) => !already.some(({ role, teamId }) => role === one.role && teamId === one.teamId));
  if (roles.length > 0) await writeGrants(tx, actor, { person: to, roles });
  const by = actor.person.id;
  await tx.update(roleGrant).set({ revokedAt: now, revokedBy: by }).where(heldBy(from));
  const today = sql`(now() at time zone ${actor.organisation.timeZone})::date`;
  await tx
    .update(deputy)
    .set({ withdrawnAt: now, withdrawnBy: by })
    .where(
      and(
        eq(deputy.organisationId, actor.organisation.id),
        or(eq(deputy.headId, from), eq(deputy.deputyId, from)),
        isNull(deputy.withdrawnAt),
        gte(deputy.toDay, today),
      ),
    );
  return { handedOver: theirs.length };
}
