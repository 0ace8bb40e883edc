import { and, eq, isNotNull, isNull, sql } from "drizzle-orm";
import type { Database } from "#db/client";
import { now } from "#db/schema/columns";
import { organisation, person, roleGrant, secondFactor } from "#db/schema/people";
import { type Asker, type OperatorActor, type PersonActor } from "#lib/access/actor";
import type { FormRequest } from "#lib/audit/begin";
import { perform } from "#lib/audit/perform";
import { Refusal } from "#lib/audit/refusal";
import { secondFactorResetLetter } from "#lib/mail/letters";
import { sendsMail } from "#lib/mail/sends-mail";
import { writeMail } from "#lib/mail/write-mail";
import { findOwnPerson } from "#lib/people/find-own-person";
import type { AboutPersonWhy } from "#lib/people/inputs";
import { apart } from "#lib/rules/direction";

/**
 * The performance officer takes the second factor of somebody away who can show no code any more, and who then signs in by
 * their password alone. They are told. Throws what `writeReset` throws.
 */
export const resetSecondFactor = (asker: Asker, given: AboutPersonWhy, request?: FormRequest) =>
  perform(asker, "second_factor.reset", (tx, actor) => writeReset(tx, actor, given), {
    request,
    reason: given.reason,
    tried: { person_id: given.person },
  });

/** Throws NOT_FOUND; WRONG_SCOPE for oneself and for people of another organisation; WRONG_STATE where there is none. */
export async function writeReset(tx: Database, actor: PersonActor, { person: id }: Pick<AboutPersonWhy, "person">) {
  const { name } = await findOwnPerson(tx, actor, id);
  if (id === actor.person.id) {
    throw new Refusal("WRONG_SCOPE", "Your own second factor you take away on the page of your account, with a code.");
  }
  await endFactor(tx, { id, name, endedBy: actor.person.id, of: actor.organisation });
}

/** The same by a command, for who has nobody to ask. Answers their name. Throws NOT_FOUND and WRONG_STATE. */
export async function resetByCommand(tx: Database, { organisationId }: OperatorActor, email: string): Promise<string> {
  const [found] = await tx
    .select({ id: person.id, name: person.name, of: { id: organisation.id, name: organisation.name } })
    .from(person)
    .innerJoin(roleGrant, eq(roleGrant.personId, person.id))
    .innerJoin(organisation, eq(organisation.id, roleGrant.organisationId))
    .where(and(eq(sql`lower(${person.email})`, email.trim().toLowerCase()), eq(organisation.id, organisationId!)))
    .limit(1);
  if (!found) throw new Refusal("NOT_FOUND", `Nobody here has the e-mail address ${email}.`);
  await endFactor(tx, { ...found, endedBy: null });
  return found.name;
}

type Ending = { id: string; name: string; endedBy: string | null; of: { id: string; name: string } };

async function endFactor(tx: Database, { id, name, endedBy, of }: Ending): Promise<void> {
  const [ended] = await tx
    .update(secondFactor)
    .set(endedBy === null ? { endedAt: now } : { endedBy })
    .where(and(eq(secondFactor.personId, id), isNotNull(secondFactor.confirmedAt), isNull(secondFactor.endedAt)))
    .returning({ id: secondFactor.id });
  if (!ended) throw new Refusal("WRONG_STATE", `${apart(name)} has no second factor.`);
  if (!sendsMail()) return;
  const letter = secondFactorResetLetter({ organisation: of.name, name });
  await writeMail(tx, { organisationId: of.id, personId: id, kind: "second factor reset", ofRow: ended.id, letter });
}
