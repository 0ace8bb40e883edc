import { signInPool } from "#db/client";
import type { Origin } from "#lib/access/actor";
import { isPassword } from "#lib/access/password";
import { countTry, enterThrottled, forgetTry } from "#lib/access/throttle";

export type WhyRefused = "UNKNOWN_PERSON" | "WRONG_PASSWORD" | "DISABLED" | "TOO_MANY";
export type Checked =
  | { ok: true; personId: string }
  | { ok: false; personId: string | null; why: WhyRefused; until?: Date };

type Found = { id: string; password_hash: string | null; is_disabled: boolean };

/** A password longer than anybody has set is not worth hashing. */
const longest = 1024;

async function findPerson(email: string): Promise<Found | undefined> {
  // PostgreSQL's text takes neither, and no address holds them.
  if (email.includes("\0") || !email.isWellFormed()) return undefined;
  const { rows } = await signInPool().query<Found>(
    `select p.id, c.password_hash, p.disabled_at is not null as is_disabled
     from person p left join credential c on c.person_id = p.id where lower(p.email) = $1`,
    [email],
  );
  return rows[0];
}

const whyNot = (person: Found | undefined, matches: boolean): WhyRefused | null => {
  if (!person) return "UNKNOWN_PERSON";
  if (person.is_disabled) return "DISABLED";
  return matches ? null : "WRONG_PASSWORD";
};

/** Checks a password under the throttle, with the same work whether or not there is such a person. Whoever asks enters a refusal. */
export async function checkPassword(typed: { email: string; password: string }, origin: Origin): Promise<Checked> {
  const email = typed.email.trim().toLowerCase();
  await enterThrottled();
  const person = await findPerson(email);
  const until = await countTry({ email, address: origin.address });
  if (until) return { ok: false, personId: person?.id ?? null, why: "TOO_MANY", until };
  const matches = await isPassword(typed.password.slice(0, longest), person?.password_hash ?? null);
  const why = whyNot(person, matches);
  if (why) return { ok: false, personId: person?.id ?? null, why };
  await forgetTry({ email, address: origin.address });
  return { ok: true, personId: person!.id };
}
