import { and, eq, isNotNull } from "drizzle-orm";
import type { Database } from "#db/client";
import { person } from "#db/schema/people";
import type { Asker, PersonActor } from "#lib/access/actor";
import type { FormRequest } from "#lib/audit/begin";
import { perform } from "#lib/audit/perform";
import { Refusal } from "#lib/audit/refusal";
import { findOwnPerson } from "#lib/people/find-own-person";
import type { AboutPerson } from "#lib/people/inputs";
import { apart } from "#lib/rules/direction";

/** The performance officer lets somebody sign in again, with the roles they hold. Throws what `writeEnabling` throws. */
export const enablePerson = (asker: Asker, given: AboutPerson, request?: FormRequest) =>
  perform(asker, "person.enable", (tx, actor) => writeEnabling(tx, actor, given), {
    request,
    tried: { person_id: given.person },
  });

/** Throws NOT_FOUND; WRONG_SCOPE for people of another organisation; WRONG_STATE for somebody who is not disabled. */
export async function writeEnabling(tx: Database, actor: PersonActor, { person: id }: AboutPerson) {
  const { name } = await findOwnPerson(tx, actor, id);
  const [enabled] = await tx
    .update(person)
    .set({ disabledAt: null, disabledBy: null })
    .where(and(eq(person.id, id), isNotNull(person.disabledAt)))
    .returning({ id: person.id });
  if (!enabled) throw new Refusal("WRONG_STATE", `${apart(name)} is not disabled.`);
}
