import { and, eq } from "drizzle-orm";
import { database } from "#db/client";
import { person, roleGrant } from "#db/schema/people";
import type { Asker, PersonActor } from "#lib/access/actor";
import { findActor } from "#lib/access/find-actor";
import { Refusal } from "#lib/audit/refusal";
import { apart } from "#lib/rules/direction";
import { isUuid } from "#lib/rules/is-uuid";

/** OTHER_PERSON where a form was written by somebody else than who is signed in by now; null where it is their own. */
export async function otherPerson({ token, origin, writtenBy }: Asker): Promise<Refusal | null> {
  const actor = writtenBy === undefined ? null : await findActor(token, origin);
  if (!actor || writtenBy === undefined || writtenBy === actor.person.id) return null;
  const writer = await nameOf(writtenBy, actor);
  return new Refusal(
    "OTHER_PERSON",
    `You are now signed in as ${apart(actor.person.name)}, and this was written by ${apart(writer)}, so it was not saved. It is still here: sign in as ${apart(writer)} in another tab and send it again from here, or open this page anew to write as ${apart(actor.person.name)}.`,
  );
}

/** The same before anything else is asked, where an act has to know the person first. */
export async function requireOwnForm(actor: PersonActor): Promise<void> {
  const refusal = actor.writtenBy === actor.person.id ? null : await otherPerson(actor);
  if (refusal) throw refusal;
}

/** Names a person of the same organisation only. */
async function nameOf(id: string, { organisation }: PersonActor): Promise<string> {
  if (!isUuid(id)) return "somebody else";
  const [found] = await database()
    .select({ name: person.name })
    .from(person)
    .innerJoin(roleGrant, and(eq(roleGrant.personId, person.id), eq(roleGrant.organisationId, organisation.id)))
    .where(eq(person.id, id))
    .limit(1);
  return found?.name ?? "somebody else";
}
