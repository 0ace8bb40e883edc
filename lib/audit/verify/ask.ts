import type { ClientBase } from "pg";

/** Asks the trail: by a verification as it was when that began. */
export type Ask = <T>(text: string, values?: unknown[]) => Promise<T[]>;

/** Asks on a connection, or in the transaction that it is in. */
export const askOn =
  (client: Pick<ClientBase, "query">): Ask =>
  async (text, values) =>
    (await client.query(text, values)).rows;

/** One question after the other, as one connection answers them. */
export function inTurn(ask: Ask): Ask {
  let last: Promise<unknown> = Promise.resolve();
  return <T>(text: string, values?: unknown[]) => {
    const asked = last.catch(() => undefined).then(() => ask<T>(text, values));
    last = asked;
    return asked;
  };
}

/** How many of one kind are named; of more it is said how many there are. */
export const named = 20;

/** What was found of one kind, the first first, each in words. */
export function firstOf(found: readonly string[], kind: string): string[] {
  const more = found.length - named;
  return more > 0 ? [...found.slice(0, named), `And ${more} more ${kind}.`] : [...found];
}
