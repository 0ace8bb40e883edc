import { and, eq, gte, inArray, isNull, or, sql } from "drizzle-orm";
import type { Database } from "#db/client";
import { now } from "#db/schema/columns";
import { deputy, roleGrant } from "#db/schema/people";
import type { Asker, PersonActor } from "#lib/access/actor";
import type { FormRequest } from "#lib/audit/begin";
import { perform } from "#lib/audit/perform";
import { Refusal } from "#lib/audit/refusal";
import { findGranted } from "#lib/people/find-granted";
import { findOwnPerson } from "#lib/people/find-own-person";
import { writeGrants } from "#lib/people/grant-role";
import type { HandOver } from "#lib/people/inputs";
import { apart } from "#lib/rules/direction";
import { daysNotIn } from "#lib/rules/held-days";
import { isSameRole } from "#lib/rules/held-role";

/** The performance officer hands somebody's teams over to another, who goes on with their drafts and returns. Throws what `writeHandingOver` throws. */
export const handOver = (asker: Asker, given: HandOver, request?: FormRequest) =>
  perform(asker, "role.hand_over", (tx, actor) => writeHandingOver(tx, actor, given), {
    request,
    reason: given.reason,
  });

/**
 * All team roles in one act: whoever takes over is granted them on those of their days on which they do not hold them yet, whoever goes
 * loses them, and nobody stands in for who goes. Throws INVALID for the same person; WRONG_STATE where nothing is held; and what `writeGrants` throws.
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
  const organisationId = actor.organisation.id;
  const teamRolesOf = async (person: string) =>
    (await findGranted(tx, organisationId, person)).filter(({ teamId }) => teamId !== null);
  const theirs = await teamRolesOf(from);
  if (theirs.length === 0)
    throw new Refusal("WRONG_STATE", `${apart(name)} holds no role of a team, so there is nothing to hand over.`);
  const successor = await findOwnPerson(tx, actor, to);
  if (successor.disabledAt)
    throw new Refusal("WRONG_STATE", `${apart(successor.name)} is disabled. Enable them first.`);
  const already = await teamRolesOf(to);
  const roles = theirs.flatMap(({ id: _, ...one }) =>
    daysNotIn(
      one,
      already.filter((other) => isSameRole(other, one)),
    ),
  );
  if (roles.length > 0) await writeGrants(tx, actor, { person: to, roles });
  const by = actor.person.id;
  await tx
    .update(roleGrant)
    .set({ revokedAt: now, revokedBy: by })
    .where(
      and(
        inArray(
          roleGrant.id,
          theirs.map(({ id }) => id),
        ),
        isNull(roleGrant.revokedAt),
      ),
    );
  await tx
    .update(deputy)
    .set({ withdrawnAt: now, withdrawnBy: by })
    .where(
      and(
        eq(deputy.organisationId, organisationId),
        or(eq(deputy.headId, from), eq(deputy.deputyId, from)),
        isNull(deputy.withdrawnAt),
        gte(deputy.toDay, sql`holding.today(${organisationId})`),
      ),
    );
  return { handedOver: theirs.length };
}
