import { signInPool } from "#db/client";
import type { PersonActor } from "#lib/access/actor";
import { findActor } from "#lib/access/find-actor";
import { startSession } from "#lib/access/start-session";

/**
 * Starts a session for a person on behalf of a command, such as the demonstration's import, which is the officer's own act in
 * the trail. For `scripts/` alone; end it afterwards with `endSession`.
 */
export async function startSessionFor(email: string, agent: string): Promise<PersonActor> {
  const { rows } = await signInPool().query("select id from person where lower(email) = lower($1)", [email]);
  if (!rows[0]) throw new Error(`There is no person ${email}.`);
  const origin = { address: null, agent };
  const actor = await findActor(await startSession(rows[0].id, origin, "command"), origin);
  if (!actor) throw new Error("The session did not start.");
  return actor;
}
