import { and, eq } from "drizzle-orm";
import type { Database } from "#db/client";
import { person, roleGrant } from "#db/schema/people";
import type { PersonActor } from "#lib/access/actor";
import { Refusal } from "#lib/audit/refusal";
import { apart } from "#lib/rules/direction";

/** A person who holds or held a role of the officer's organisation. Throws NOT_FOUND; WRONG_SCOPE for people of another one. */
export async function findOwnPerson(tx: Database, { organisation }: PersonActor, personId: string) {
  const [found] = await tx
    .select({ id: person.id, name: person.name, email: person.email, disabledAt: person.disabledAt })
    .from(person)
    .where(eq(person.id, personId));
  if (!found) throw new Refusal("NOT_FOUND", "There is no such person.");
  const [held] = await tx
    .select({ id: roleGrant.id })
    .from(roleGrant)
    .where(and(eq(roleGrant.personId, personId), eq(roleGrant.organisationId, organisation.id)))
    .limit(1);
  if (!held) throw new Refusal("WRONG_SCOPE", `This person does not belong to ${apart(organisation.name)}.`);
  return found;
}
