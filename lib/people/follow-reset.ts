import { signInPool } from "#db/client";
import type { Origin } from "#lib/access/actor";
import { hashPassword } from "#lib/access/password";
import { databaseError } from "#lib/audit/database-refusal";
import { Refusal } from "#lib/audit/refusal";
import { passwordSetLetter } from "#lib/mail/letters";
import { sendsMail } from "#lib/mail/sends-mail";
import { type FoundReset, findReset } from "#lib/people/find-reset";
import type { FollowReset } from "#lib/people/inputs";
import { requireGoodPassword } from "#lib/people/require-good-password";
import { resetWords } from "#lib/rules/reset-words";

async function requireOpen(token: string): Promise<FoundReset> {
  const found = await findReset(token);
  if (!found) throw new Refusal("NOT_FOUND", resetWords.unknown);
  if (found.state !== "open") throw new Refusal("WRONG_STATE", resetWords[found.state]);
  return found;
}

/**
 * Sets a new password by the link that was sent to whom it is for, once, and ends all their sessions. Answers whose it is.
 * Throws NOT_FOUND and WRONG_STATE, in words, when the link does not hold; INVALID when the password will not do.
 */
export async function followReset({ token, password }: FollowReset, origin: Origin): Promise<string> {
  const found = await requireOpen(token);
  await requireGoodPassword(password, found);
  const letter = sendsMail() ? passwordSetLetter(found) : null;
  const given = [token, await hashPassword(password), letter?.subject, letter?.words, origin.address, origin.agent];
  const set = () => signInPool().query("select access.follow_reset($1, $2, $3, $4, $5, $6) as person", given);
  const { rows } = await set().catch((error: unknown) => {
    // Their own change of a password may hold what this waits for.
    if (databaseError(error)?.code === "40P01") return set();
    throw error;
  });
  if (rows[0].person) return rows[0].person;
  await requireOpen(token);
  throw new Refusal("WRONG_STATE", resetWords.ended);
}
