import type { PersonActor } from "#lib/access/actor";
import { findActor } from "#lib/access/find-actor";

/** How many comments wait for somebody as every page says it to them. */
export const countWaiting = async ({ token, origin }: PersonActor): Promise<number> =>
  (await findActor(token, origin))?.waiting ?? 0;
