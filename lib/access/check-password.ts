import { setTimeout as pause } from "node:timers/promises";
import { signInPool } from "#db/client";
import type { signInRefusals } from "#db/vocabulary";
import type { Origin } from "#lib/access/actor";
import { isPassword } from "#lib/access/password";
import { countTry, enterRefused, forgetOver, forgetTry, type Way } from "#lib/access/throttle";
import { isStorable } from "#lib/rules/is-storable";

export type WhyRefused = (typeof signInRefusals)[number];
export type Checked =
  | { ok: true; personId: string }
  | { ok: false; personId: string | null; why: WhyRefused; until?: Date };

/** A right password, which may not be all that somebody shows: `way` is what their try was counted by. */
export type RightPassword = { ok: true; personId: string; hasSecondFactor: boolean; changedAt: string; way: Way };

type Found = {
  network: string | null;
  id: string | null;
  password_hash: string | null;
  changed_at: string;
  has_second_factor: boolean;
  is_disabled: boolean;
  is_known: boolean;
};

/** A password longer than anybody has set is not worth hashing. */
const longest = 1024;

async function findPerson(email: string, address: string | null): Promise<Found> {
  const { rows } = await signInPool().query<Found>(
    `select n.network::text, p.id, c.password_hash, c.changed_at::text, p.disabled_at is not null as is_disabled,
       exists (select from second_factor f where f.person_id = p.id and f.confirmed_at is not null and f.ended_at is null) as has_second_factor,
       coalesce(access.signs_in_from(p.id, n.network), false) as is_known
     from (select access.network_of($2) as network) n
     left join person p on lower(p.email) = $1 left join credential c on c.person_id = p.id`,
    // No address holds what PostgreSQL's text does not take.
    [isStorable(email) ? email : "", address],
  );
  return rows[0]!;
}

const whyNot = (person: Found, matches: boolean): WhyRefused | null => {
  if (!person.id) return "UNKNOWN_PERSON";
  if (person.is_disabled) return "DISABLED";
  return matches ? null : "WRONG_PASSWORD";
};

/**
 * Tries a password under the throttle, with the same work whether or not there is such a person, each try of an account
 * from one network, or in a browser that `browserOf` knows as theirs, after a longer wait. Whoever asks enters a refusal, and
 * gives back a right one's try once its person has shown all that they have to.
 */
export async function tryPassword(
  typed: { email: string; password: string },
  origin: Origin,
  browserOf: (personId: string) => string | null = () => null,
): Promise<RightPassword | (Checked & { ok: false })> {
  const email = typed.email.trim().toLowerCase();
  await Promise.all([enterRefused(), forgetOver()]);
  const person = await findPerson(email, origin.address);
  const browser = person.id && browserOf(person.id);
  const counted = await countTry({ email, network: person.network, isKnown: person.is_known, browser });
  if (counted.until) return { ok: false, personId: person.id, why: "TOO_MANY", until: counted.until };
  await pause(counted.waitMs);
  const matches = await isPassword(typed.password.slice(0, longest), person.password_hash);
  const why = whyNot(person, matches);
  if (why) return { ok: false, personId: person.id, why };
  const { id, has_second_factor: hasSecondFactor, changed_at: changedAt } = person;
  return { ok: true, personId: id!, hasSecondFactor, changedAt, way: counted.way };
}

/** Gives back the try of who has shown all that they have to, and enters how many were refused before. */
export async function endTries({ personId, way }: { personId: string; way: Way }): Promise<void> {
  await forgetTry(way);
  await enterRefused(personId);
}

/** Checks a password where nothing else is asked for. */
export async function checkPassword(...given: Parameters<typeof tryPassword>): Promise<Checked> {
  const tried = await tryPassword(...given);
  if (!tried.ok) return tried;
  await endTries(tried);
  return { ok: true, personId: tried.personId };
}
