import { appPool } from "#db/client";
import type { Actor, Origin } from "#lib/access/actor";

/** The person behind a session's token with the roles they hold now, or null when the session is not live. */
export async function findActor(token: string, origin: Origin): Promise<Actor | null> {
  const { rows } = await appPool().query("select access.actor($1) as actor", [token]);
  return rows[0].actor && { ...rows[0].actor, token, origin };
}
