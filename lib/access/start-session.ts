import { randomBytes } from "node:crypto";
import { signInPool } from "#db/client";
import type { SessionMethod } from "#db/vocabulary";
import type { Origin } from "#lib/access/actor";

/** What somebody showed beside their password, which counts once: of which half minute their code was, or which recovery code. */
export type ShownCode = { step: number } | { recovery: string };

/**
 * Starts a session for a person who has shown who they are, for as long as the database lets one last. Answers its token, of
 * which the database keeps a hash alone. Who has a second factor begins none with a password alone, nor with a code that was
 * used: the database throws.
 */
export async function startSession(
  personId: string,
  origin: Origin,
  method: SessionMethod = "password",
  shown: ShownCode | null = null,
): Promise<string> {
  const token = randomBytes(32).toString("base64url");
  await signInPool().query("select access.start_session($1, $5, $2, 'infinity', $3, $4, $6, $7)", [
    personId,
    token,
    origin.address,
    origin.agent,
    method,
    shown && "step" in shown ? shown.step : null,
    shown && "recovery" in shown ? shown.recovery : null,
  ]);
  return token;
}
