import type { PersonActor } from "#lib/access/actor";

/** Until there are published editions, who is only a reader sees the figures and comments of closed months alone. */
export const seesClosedMonthsOnly = (actor: Pick<PersonActor, "roles">): boolean =>
  actor.roles.every(({ role }) => role === "reader");
