import type { Actor } from "#lib/access/actor";
import { findActor } from "#lib/access/find-actor";
import { startSession } from "#lib/access/start-session";

/**
 * Starts a session for a person on behalf of a command, such as the demonstration's import, which is the officer's own act in
 * the trail. The sign-in login's address is in `DATABASE_SIGN_IN_URL`; end it afterwards with `endSession`.
 */
export async function startSessionFor(personId: string, agent: string): Promise<Actor> {
  const origin = { address: null, agent };
  const actor = await findActor(await startSession(personId, origin), origin);
  if (!actor) throw new Error("The session did not start.");
  return actor;
}
