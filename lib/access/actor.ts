import type { Role } from "#db/vocabulary";

/** Where a request came from, for the trail. */
export type Origin = { address: string | null; agent: string | null };

export type Team = { id: string; slug: string; name: string };

/** A person with a live session, the roles they hold now, and where they ask from. Only `lib/access` makes one. */
export type Actor = {
  /** The session's secret, which opens the door of every write. */
  token: string;
  origin: Origin;
  sessionId: string;
  person: { id: string; name: string; email: string };
  organisation: { id: string; slug: string; name: string; timeZone: string };
  roles: { role: Role; team: Team | null }[];
};

/** The teams for which a person holds one of the team roles. */
export const teamsOf = (actor: Pick<Actor, "roles">, role: "team lead" | "head of service"): Team[] =>
  actor.roles.flatMap((held) => (held.role === role && held.team ? [held.team] : []));

export const holds = (actor: Pick<Actor, "roles">, role: Role): boolean =>
  actor.roles.some((held) => held.role === role);
