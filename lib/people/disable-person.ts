import { and, eq, gt, isNull, sql } from "drizzle-orm";
import type { Database } from "#db/client";
import { now } from "#db/schema/columns";
import { person, session } from "#db/schema/people";
import type { Asker, PersonActor } from "#lib/access/actor";
import type { FormRequest } from "#lib/audit/begin";
import { perform } from "#lib/audit/perform";
import { Refusal } from "#lib/audit/refusal";
import { findOwnPerson } from "#lib/people/find-own-person";
import type { AboutPersonWhy } from "#lib/people/inputs";
import { endInvitations } from "#lib/people/make-invitation";
import { apart } from "#lib/rules/direction";

/** The performance officer keeps somebody out from their next request on. Throws what `writeDisabling` throws. */
export const disablePerson = (asker: Asker, given: AboutPersonWhy, request?: FormRequest) =>
  perform(asker, "person.disable", (tx, actor) => writeDisabling(tx, actor, given), {
    request,
    reason: given.reason,
    tried: { person_id: given.person },
  });

/**
 * Their sessions and their invitation end; their roles wait for them. Throws NOT_FOUND; WRONG_SCOPE for oneself and for
 * people of another organisation; WRONG_STATE where it was done already, and for the last performance officer.
 */
export async function writeDisabling(tx: Database, actor: PersonActor, { person: id }: Pick<AboutPersonWhy, "person">) {
  const { name } = await findOwnPerson(tx, actor, id);
  if (id === actor.person.id) {
    throw new Refusal("WRONG_SCOPE", "Nobody disables themselves: another performance officer does.");
  }
  const [disabled] = await tx
    .update(person)
    .set({ disabledAt: now, disabledBy: actor.person.id })
    .where(and(eq(person.id, id), isNull(person.disabledAt)))
    .returning({ id: person.id });
  if (!disabled) throw new Refusal("WRONG_STATE", `${apart(name)} is disabled already.`);
  await tx
    .update(session)
    .set({ endedBy: actor.person.id })
    .where(and(eq(session.personId, id), isNull(session.endedAt), gt(session.expiresAt, sql`now()`)));
  await endInvitations(tx, id);
}
