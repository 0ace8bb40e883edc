import { randomBytes } from "node:crypto";
import { signInPool } from "#db/client";
import type { SessionMethod } from "#db/vocabulary";
import type { Origin } from "#lib/access/actor";

/**
 * Starts a session for a person who has shown who they are, for as long as the database lets one last. Answers its token, of
 * which the database keeps a hash alone.
 */
export async function startSession(
  personId: string,
  origin: Origin,
  method: SessionMethod = "password",
): Promise<string> {
  const token = randomBytes(32).toString("base64url");
  await signInPool().query("select access.start_session($1, $5, $2, 'infinity', $3, $4)", [
    personId,
    token,
    origin.address,
    origin.agent,
    method,
  ]);
  return token;
}
