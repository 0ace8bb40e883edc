import type { Origin } from "#lib/access/actor";
import { findActor } from "#lib/access/find-actor";
import { endSession } from "#lib/people/end-session";

/** Ends the live session of a token; does nothing where it has ended already. */
export async function endSessionOf(token: string, origin: Origin): Promise<void> {
  const actor = await findActor(token, origin);
  if (actor) await endSession(actor);
}
