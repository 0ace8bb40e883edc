import { hash } from "node:crypto";
import { appPool } from "#db/client";
import type { Origin, PersonActor } from "#lib/access/actor";
import { notePerson, noteUpTo } from "#lib/access/asking";
import { personActor } from "#lib/access/person-actor";
import { keep, recall, standAt } from "#lib/access/remembered";

/**
 * The person behind a session's token with the roles they hold now, or null when the session is not live. They are seen by
 * this, at most once a minute.
 */
export async function findActor(token: string, origin: Origin): Promise<PersonActor | null> {
  const counted = `waiting ${hash("sha256", token)}`;
  const known = recall(counted);
  const { rows } = await appPool().query("select access.see($1, $2) as actor", [token, known?.upTo ?? null]);
  const [{ actor }] = rows;
  if (!actor) return null;
  const { upTo, ...said } = actor;
  notePerson(said.person.id);
  noteUpTo(upTo);
  if (upTo) standAt(upTo);
  if (known && known.upTo === upTo) said.waiting = known.answer;
  else if (said.waiting !== undefined) keep(upTo, counted, said.waiting);
  return personActor(said, { token, origin });
}
