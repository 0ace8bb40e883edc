import { signInPool } from "#db/client";
import type { Origin } from "#lib/access/actor";
import { databaseError } from "#lib/audit/database-refusal";
import { nameFromEmail } from "#lib/people/name-from-email";
import { findLinked, type Linked } from "#lib/sign-in/openid/find-linked";
import type { Vouched } from "#lib/sign-in/openid/read-answer";
import type { Claimed } from "#lib/sign-in/openid/read-claims";
import type { Refused } from "#lib/sign-in/openid/refuse";

const taken = ["person_email_once", "one_person_by_subject"];

/** Makes a person of whoever signs in with an account for the first time, where sign-in rules let them; answers whose it is by then, or why it is nobody's. */
export async function comeByRule(vouched: Vouched, claimed: Claimed, origin: Origin): Promise<Linked | Refused> {
  const why = await followRules(vouched, claimed, origin);
  // Of two first sign-ins at once the other one made them.
  return (await findLinked(vouched)) ?? { why: why ?? "NOT_LINKED", personId: null };
}

async function followRules({ issuer, subject }: Vouched, { email, name, groups }: Claimed, origin: Origin) {
  const called = name ?? nameFromEmail(email ?? "");
  try {
    const { rows } = await signInPool().query("select access.come_by_rule($1, $2, $3, $4, $5, $6, $7) as why", [
      issuer,
      subject,
      email,
      called,
      groups,
      origin.address,
      origin.agent,
    ]);
    return rows[0].why as Refused["why"] | null;
  } catch (error) {
    if (taken.includes(databaseError(error)?.constraint ?? "")) return "KNOWN_ALREADY";
    throw error;
  }
}
