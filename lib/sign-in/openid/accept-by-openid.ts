import { signInPool } from "#db/client";
import type { Origin } from "#lib/access/actor";
import { databaseError } from "#lib/audit/database-refusal";
import { findInvitation } from "#lib/people/find-invitation";
import { findLinked } from "#lib/sign-in/openid/find-linked";
import type { Vouched } from "#lib/sign-in/openid/read-answer";

export type Accepted =
  | { ok: true }
  | { ok: false; why: "INVITATION_OVER" }
  | { ok: false; why: "LINKED_OTHERWISE"; personId: string };

/** Links an account to whoever was invited, by the link they were sent, once, instead of a password. */
export async function acceptByOpenId(token: string, vouched: Vouched, origin: Origin): Promise<Accepted> {
  const invited = await findInvitation(token);
  const over: Accepted = { ok: false, why: "INVITATION_OVER" };
  if (invited?.state !== "open") return over;
  const taken: Accepted = { ok: false, why: "LINKED_OTHERWISE", personId: invited.personId };
  const linked = await findLinked(vouched);
  if (linked && linked.personId !== invited.personId) return taken;
  try {
    const { issuer, subject } = vouched;
    const { rows } = await signInPool().query("select access.accept_invitation($1, null, $2, $3, $4, $5) as person", [
      token,
      origin.address,
      origin.agent,
      issuer,
      subject,
    ]);
    return rows[0].person ? { ok: true } : over;
  } catch (error) {
    if (databaseError(error)?.constraint === "one_person_by_subject") return taken;
    throw error;
  }
}
