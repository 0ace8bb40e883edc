import { createHash, randomUUID } from "node:crypto";
import { RateLimiterPostgres, RateLimiterRes } from "rate-limiter-flexible";
import { signInPool } from "#db/client";

const window = 15 * 60;
const day = 24 * 60 * 60;

/**
 * So many tries are let by, in so many seconds. On an account at most 200 a day: 50 from networks that it does not sign in
 * from, 110 from those that it does, 40 from its own browsers.
 */
export const allowed = {
  /** On one account, from one network that it does not sign in from, or in one of its browsers. */
  pair: { most: 10, seconds: window },
  pairDay: { most: 20, seconds: day },
  /** On one account from one network that it signs in from: each try waits, none is refused before the day's. */
  delayed: { most: Number.MAX_SAFE_INTEGER, seconds: window },
  delayedDay: { most: 80, seconds: day },
  /** From one network on all accounts that do not sign in from it. */
  network: { most: 100, seconds: window },
  /** On one account from all networks that it does not sign in from; from all that it does; in all its browsers. */
  strange: { most: 50, seconds: day },
  known: { most: 110, seconds: day },
  browsers: { most: 40, seconds: day },
  /** Links for a new password, for one account from one network; for it from all; and for all accounts from one network. */
  asked: { most: 5, seconds: window },
  askedDay: { most: 20, seconds: day },
  askedNetwork: { most: 50, seconds: window },
  /** From one network, of what an issuer is said to have answered and did not sign anybody in. */
  answers: { most: 100, seconds: window },
  /** Codes beside a person's password, which they alone come as far as: of three that count at a time in a million. */
  code: { most: 5, seconds: window },
  codeDay: { most: 20, seconds: day },
} as const;
type Kind = keyof typeof allowed;

/**
 * Whose account is tried, from which network (null: nobody vouches for one), whether they sign in from there, and by what name
 * this browser is known as one of theirs.
 */
export type Trying = { email: string; network: string | null; isKnown: boolean; browser: string | null };

/** What a try is counted by, the narrowest first: whom one refuses, it does not use up the others for anybody else. */
export type Way = [Kind, string][];

/** Refused until then; or to go on after so long. */
export type Counted = { until: Date } | { until: null; waitMs: number; way: Way };

// Kept by hash, so that the table does not collect what people typed.
const hashOf = (...parts: (string | null)[]) => createHash("sha256").update(JSON.stringify(parts)).digest("hex");

const limiter = (points: number, seconds: number) =>
  new RateLimiterPostgres({
    storeClient: signInPool(),
    tableName: "limits",
    tableCreated: true,
    clearExpiredByTimeout: false,
    keyPrefix: "",
    points,
    duration: seconds,
  });
const limiterOf = (kind: Kind) => limiter(allowed[kind].most, allowed[kind].seconds);

// Not the own machine's: a proxy there that nobody told us of would have everybody share it.
const loopback = /^(?:127\.|::\/64$)/;

const keyOf = (kind: Kind, ...parts: (string | null)[]): [Kind, string] => [kind, `${kind}:${hashOf(...parts)}`];

/** By a browser of theirs where there is one, and then still by a network that they sign in from. */
function waysOf({ email, network, isKnown, browser }: Trying): Way[] {
  const byNetwork: Way = isKnown
    ? [keyOf("delayed", email, network), keyOf("delayedDay", email, network), keyOf("known", email)]
    : [
        keyOf("pair", email, network),
        keyOf("pairDay", email, network),
        ...(network && !loopback.test(network) ? [keyOf("network", network)] : []),
        keyOf("strange", email),
      ];
  if (!browser) return [byNetwork];
  const byBrowser = [keyOf("pair", email, browser), keyOf("pairDay", email, browser), keyOf("browsers", email)];
  return isKnown ? [byBrowser, byNetwork] : [byBrowser];
}

/** Counts an ask for a link before it is looked at whose it is. Answers until when there are too many. */
export async function countAsked(email: string, network: string | null): Promise<Date | null> {
  const shared: Way = network && !loopback.test(network) ? [keyOf("askedNetwork", network)] : [];
  const counted = await countAlong([keyOf("asked", email, network), ...shared, keyOf("askedDay", email)]);
  return counted.until;
}

/** From the second try on a quarter of a second, each time twice as long, at most eight seconds. */
const waitOf = (tries: number) => (tries < 2 ? 0 : Math.min(250 * 2 ** (tries - 2), 8_000));

const begins = (kind: Kind) => kind === "pair" || kind === "delayed" || kind === "code";

/** Counts a try before it is made, so that tries at the same moment cannot slip by. */
export async function countTry(trying: Trying): Promise<Counted> {
  const untils: Date[] = [];
  for (const way of waysOf(trying)) {
    const counted = await countAlong(way);
    if (!counted.until) return counted;
    untils.push(counted.until);
  }
  return { until: new Date(Math.min(...untils.map(Number))) };
}

async function countAlong(way: Way): Promise<Counted> {
  let waitMs = 0;
  for (const [kind, key] of way) {
    try {
      const { consumedPoints } = await limiterOf(kind).consume(key);
      if (begins(kind)) waitMs = waitOf(consumedPoints);
    } catch (full) {
      if (full instanceof RateLimiterRes) return { until: new Date(Date.now() + full.msBeforeNext) };
      throw full;
    }
  }
  return { until: null, waitMs, way };
}

/** A right password was no try at guessing: their own count begins anew, and the day's and the shared ones have their try back. */
export async function forgetTry(way: Way): Promise<void> {
  for (const [kind, key] of way) {
    await (begins(kind) ? limiterOf(kind).delete(key) : limiterOf(kind).reward(key));
  }
}

/** Counts what came from one network as an issuer's answer, before it is looked at; `forget` gives that back to who is signed in. */
export async function countAnswer(
  address: string | null,
): Promise<{ until: Date } | { until: null; forget: () => Promise<void> }> {
  const { rows } = await signInPool().query("select access.network_of($1)::text as network", [address]);
  const { network } = rows[0];
  if (!network || loopback.test(network)) return { until: null, forget: async () => undefined };
  const counted = await countAlong([keyOf("answers", network)]);
  return counted.until ? counted : { until: null, forget: () => forgetTry(counted.way) };
}

/** Counts a code beside somebody's password before it is looked at; `forgetTry` gives that back for a right one. */
export const countCode = (personId: string): Promise<Counted> =>
  countAlong([keyOf("code", personId), keyOf("codeDay", personId)]);

/** Counts a refused sign-in of a person, or of nobody we know. Answers whether it is the window's first of its kind. */
export async function countRefused(personId: string | null, code: string): Promise<boolean> {
  const counted = await limiter(Number.MAX_SAFE_INTEGER, window).consume(`refused:${personId ?? ""}:${code}`);
  return counted.consumedPoints === 1;
}

// One at a time, because each is an action of its own; whoever else tries meanwhile takes another.
const enterOne = `
  with over as (
    delete from limits where key = (
      select key from limits where key like 'refused:%' and (expire <= $1 or split_part(key, ':', 2) = $2)
      limit 1 for update skip locked)
    returning key, points)
  select case when points > 1 then
    access.refuse_sign_in(nullif(split_part(key, ':', 2), '')::uuid, split_part(key, ':', 3), points - 1, null, null) end
  from over`;

/** Enters how many more were refused in windows that are over, and of one person in the present window too. */
export async function enterRefused(personId: string | null = null): Promise<void> {
  while ((await signInPool().query(enterOne, [Date.now(), personId])).rowCount);
  while ((await signInPool().query(enterHalf, [Date.now()])).rowCount);
}

/** For so long a code is waited for after a right password. */
export const codeSeconds = 10 * 60;

const halfKey = (personId: string, half: string) => `half:${personId}:${half}`;

/** Notes a right password of somebody who has a code to show beside it, until one comes. Answers by what name. */
export async function noteHalf(personId: string): Promise<string> {
  const half = randomUUID();
  await limiter(Number.MAX_SAFE_INTEGER, codeSeconds).consume(halfKey(personId, half));
  return half;
}

/** A code came, right or wrong: what becomes of it is entered by itself. */
export async function forgetHalf(personId: string, half: string): Promise<void> {
  await limiter(Number.MAX_SAFE_INTEGER, codeSeconds).delete(halfKey(personId, half));
}

// Those of one person together.
const enterHalf = `
  with over as (
    delete from limits where key in (
      select key from limits where key like 'half:%' and expire <= $1 and split_part(key, ':', 2) = (
        select split_part(key, ':', 2) from limits where key like 'half:%' and expire <= $1 limit 1)
      for update skip locked)
    returning split_part(key, ':', 2)::uuid as person)
  select access.refuse_sign_in(person, 'NO_CODE', count(*)::int, null, null) from over group by person`;

/** Forgets every count whose window is over. */
export async function forgetOver(): Promise<void> {
  await signInPool().query(
    "delete from limits where expire <= $1 and key not like 'refused:%' and key not like 'half:%'",
    [Date.now()],
  );
}
