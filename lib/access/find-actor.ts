import { appPool } from "#db/client";
import type { Origin, PersonActor } from "#lib/access/actor";
import { notePerson } from "#lib/access/asking";
import { personActor } from "#lib/access/person-actor";

/**
 * The person behind a session's token with the roles they hold now, or null when the session is not live. They are seen by
 * this, at most once a minute.
 */
export async function findActor(token: string, origin: Origin): Promise<PersonActor | null> {
  const { rows } = await appPool().query("select access.see($1) as actor", [token]);
  if (rows[0].actor) notePerson(rows[0].actor.person.id);
  return rows[0].actor && personActor(rows[0].actor, { token, origin });
}
