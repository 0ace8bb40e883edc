import { createHash } from "node:crypto";
import { RateLimiterPostgres, RateLimiterRes } from "rate-limiter-flexible";
import { signInPool } from "#db/client";

const window = 15 * 60;
const day = 24 * 60 * 60;

/**
 * So many tries are let by, in so many seconds. On an account at most 200 a day: 20 from each of the five networks that it
 * signed in from last, and 100 from all others together.
 */
export const allowed = {
  /** From one network on one account. */
  pair: { most: 10, seconds: window },
  pairDay: { most: 20, seconds: day },
  /** From one network on all accounts that do not sign in from it. */
  network: { most: 100, seconds: window },
  /** On one account from all networks that it does not sign in from. */
  account: { most: 100, seconds: day },
} as const;
type Kind = keyof typeof allowed;

/** Whose account is tried, from which network (null: nobody vouches for one), and whether they sign in from there. */
export type Trying = { email: string; network: string | null; isKnown: boolean };

/** Refused until then; or to go on after so long. */
export type Counted = { until: Date } | { until: null; waitMs: number };

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

/** What a try is counted by, the narrowest first: whom one refuses, it does not use up the others for anybody else. */
function keysOf({ email, network, isKnown }: Trying): [Kind, string][] {
  const own: [Kind, string][] = [
    ["pair", `pair:${hashOf(email, network)}`],
    ["pairDay", `pairDay:${hashOf(email, network)}`],
  ];
  if (isKnown) return own;
  const shared =
    network && !loopback.test(network) ? [["network", `network:${hashOf(network)}`] as [Kind, string]] : [];
  return [...own, ...shared, ["account", `account:${hashOf(email)}`]];
}

/** From the second try on a quarter of a second, each time twice as long, at most eight seconds. */
const waitOf = (tries: number) => (tries < 2 ? 0 : Math.min(250 * 2 ** (tries - 2), 8_000));

/** Counts a try before it is made, so that tries at the same moment cannot slip by. */
export async function countTry(trying: Trying): Promise<Counted> {
  let waitMs = 0;
  for (const [kind, key] of keysOf(trying)) {
    try {
      const { consumedPoints } = await limiterOf(kind).consume(key);
      if (kind === "pair") waitMs = waitOf(consumedPoints);
    } catch (full) {
      if (full instanceof RateLimiterRes) return { until: new Date(Date.now() + full.msBeforeNext) };
      throw full;
    }
  }
  return { until: null, waitMs };
}

/** A right password was no try at guessing: their own count begins anew, and the shared ones have their try back. */
export async function forgetTry(trying: Trying): Promise<void> {
  for (const [kind, key] of keysOf(trying)) {
    await (kind === "pair" ? limiterOf(kind).delete(key) : limiterOf(kind).reward(key));
  }
}

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
}

/** Forgets every count whose window is over. */
export async function forgetOver(): Promise<void> {
  await signInPool().query("delete from limits where expire <= $1 and key not like 'refused:%'", [Date.now()]);
}
