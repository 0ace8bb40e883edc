import { signInPool } from "#db/client";
import type { Origin } from "#lib/access/actor";
import { hashPassword } from "#lib/access/password";
import { Refusal } from "#lib/audit/refusal";
import { findInvitation } from "#lib/people/find-invitation";
import type { AcceptInvitation } from "#lib/people/inputs";
import { requireGoodPassword } from "#lib/people/require-good-password";

const gone = () =>
  new Refusal("WRONG_STATE", "This invitation was used already, or its week is over. Ask for another one.");

/**
 * Sets a person's password by the link they were sent, once; sessions begun with an older password end. Answers whose it is.
 * Throws WRONG_STATE when the link no longer holds, INVALID when the password will not do.
 */
export async function acceptInvitation({ token, password }: AcceptInvitation, origin: Origin): Promise<string> {
  const invited = await findInvitation(token);
  if (invited?.state !== "open") throw gone();
  await requireGoodPassword(password, invited);
  const { rows } = await signInPool().query("select access.accept_invitation($1, $2, $3, $4) as person", [
    token,
    await hashPassword(password),
    origin.address,
    origin.agent,
  ]);
  if (!rows[0].person) throw gone();
  return rows[0].person;
}
