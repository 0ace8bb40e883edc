import { randomBytes } from "node:crypto";
import { signInPool } from "#db/client";
import type { Origin } from "#lib/access/actor";

/** However it is used, a session ends after a working day and must be begun anew. */
export const sessionHours = 12;

/** Starts a session for a person who has shown who they are. Answers its token, of which the database keeps a hash alone. */
export async function startSession(personId: string, origin: Origin): Promise<string> {
  const token = randomBytes(32).toString("base64url");
  await signInPool().query(
    "select access.start_session($1, 'password', $2, now() + make_interval(hours => $3), $4, $5)",
    [personId, token, sessionHours, origin.address, origin.agent],
  );
  return token;
}
