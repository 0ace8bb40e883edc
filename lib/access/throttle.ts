import { createHash } from "node:crypto";
import { RateLimiterPostgres, RateLimiterRes } from "rate-limiter-flexible";
import { signInPool } from "#db/client";

/** A quarter of an hour, in which so many wrong passwords are let by for one account, and from one address. */
export const throttleWindow = { seconds: 15 * 60, tries: { account: 10, address: 100 } };

// Kept by hash, so that the table does not collect what people typed.
const keyOf = (kind: string, text: string) => `${kind}:${createHash("sha256").update(text).digest("hex")}`;

const limiter = (points: number) =>
  new RateLimiterPostgres({
    storeClient: signInPool(),
    tableName: "limits",
    tableCreated: true,
    clearExpiredByTimeout: false,
    keyPrefix: "",
    points,
    duration: throttleWindow.seconds,
  });

/** When one may try again: after the counted tries of the window are used up. */
async function consume(points: number, key: string): Promise<Date | null> {
  try {
    await limiter(points).consume(key);
    return null;
  } catch (full) {
    if (full instanceof RateLimiterRes) return new Date(Date.now() + full.msBeforeNext);
    throw full;
  }
}

type Who = { email: string; address: string | null };
const accountKey = ({ email }: Who) => keyOf("account", email);

// Not the own machine's: a proxy there that nobody told us of would have everybody share it.
const loopback = /^(?:127\.|::1$|::ffff:127\.)/;
const addressKey = ({ address }: Who) => (address && !loopback.test(address) ? keyOf("address", address) : null);

/** Counts a try before it is made, so that tries at the same moment cannot slip by. Answers when to try again, or null to go on. */
export async function countTry(who: Who): Promise<Date | null> {
  const { account, address } = throttleWindow.tries;
  const key = addressKey(who);
  const [byAccount, byAddress] = await Promise.all([
    consume(account, accountKey(who)),
    key ? consume(address, key) : null,
  ]);
  return byAccount && byAddress ? new Date(Math.max(+byAccount, +byAddress)) : (byAccount ?? byAddress);
}

/** A right password was no try at guessing: the account's count begins anew and the address has its try back. */
export async function forgetTry(who: Who): Promise<void> {
  const { account, address } = throttleWindow.tries;
  await limiter(account).delete(accountKey(who));
  const key = addressKey(who);
  if (key) await limiter(address).reward(key);
}

/** Counts one more try for people we do not know, from anywhere. Answers whether it still has an entry of its own. */
export const countUnknown = async (): Promise<boolean> =>
  (await consume(throttleWindow.tries.address, "unknown:")) === null;

/** Counts one more that has no entry of its own, of a person or of nobody we know. Answers whether it is the window's first. */
export async function countThrottled(personId: string | null): Promise<boolean> {
  const counted = await limiter(Number.MAX_SAFE_INTEGER).consume(`throttled:${personId ?? ""}`);
  return counted.consumedPoints === 1;
}

// One at a time, because each is an action of its own; whoever else tries meanwhile takes another.
const enterOne = `
  with over as (
    delete from limits where key = (
      select key from limits where expire <= $1 and key like 'throttled:%' limit 1 for update skip locked)
    returning key, points)
  select case when points > 1 then
    access.refuse_sign_in(nullif(split_part(key, ':', 2), '')::uuid, 'TOO_MANY', points - 1, null, null) end
  from over`;

/** Enters how many more were refused in windows that are over, and forgets every count whose window is over. */
export async function enterThrottled(): Promise<void> {
  const now = Date.now();
  await signInPool().query("delete from limits where expire <= $1 and key not like 'throttled:%'", [now]);
  while ((await signInPool().query(enterOne, [now])).rowCount);
}
