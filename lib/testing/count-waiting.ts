import type { PersonActor } from "#lib/access/actor";
import { findActor } from "#lib/access/find-actor";

/** How many comments wait for somebody as every page says it to them; of who decides on none, none do. */
export async function countWaiting({ token, origin }: PersonActor): Promise<number> {
  const actor = await findActor(token, origin);
  if (!actor) throw new Error("Their session has ended.");
  return actor.waiting ?? 0;
}
