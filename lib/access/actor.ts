import type { Month, Role } from "#db/vocabulary";

/** Where a request came from, for the trail. */
export type Origin = { address: string | null; agent: string | null };

export type Team = { id: string; slug: string; name: string };

/** For whom somebody stands in, of which team, and until which day. */
export type Standing = { head: { id: string; name: string }; team: Team; toDay: string };

/** Somebody who asks for a write by their session. Who they are, and whether it is still live, its door answers. */
export type Asker = {
  kind: "person";
  /** The session's secret, which opens the door of every write. */
  token: string;
  origin: Origin;
  /** Whose form asks, where a form does: the person it was made for, who need not be the one signed in by now. */
  writtenBy?: string;
  /** The head of service in whose name they decide as a deputy, by the form; the roles are then that person's. */
  onBehalfOf?: string;
};

/** A person with a live session, the roles they hold now in their organisation, and where they ask from. Only `lib/access` makes one. */
export type PersonActor = Asker & {
  sessionId: string;
  person: { id: string; name: string; email: string };
  organisation: { id: string; slug: string; name: string; timeZone: string };
  roles: { role: Role; team: Team | null }[];
  /** By which roles they have to have a second factor, and have none yet: until then they hold none. */
  mustEnrol?: Role[];
  /** Those for whom they stand in today, each team once. */
  standsFor?: Standing[];
  /** The month whose edition they look at, whoever they are with a reader's eyes. */
  edition?: Month;
  /** Whether they are shown small numbers that are hidden from readers, where that does not follow from their roles. */
  seesSmall?: boolean;
  /** How many comments wait for a head of service, as it was when their session was looked at. */
  waiting?: number;
  /** How many notices they have not seen, as of the same moment. */
  unseen?: number;
};

/** A command on the owner's connection: no person stands behind it, and the trail says so with its reason. For `scripts/` alone. */
export type OperatorActor = { kind: "operator"; ownerUrl: string; reason: string; organisationId: string | null };

/** Candour itself, in what no person asks for: the worker's jobs. */
export type SystemActor = { kind: "system"; reason: string; organisationId: string };

/** Whoever writes. */
export type Actor = PersonActor | OperatorActor | SystemActor;

/** The same before the door has answered who a person is. */
export type Writer = Asker | OperatorActor | SystemActor;

/** Whom the door answers to a writer. */
export type ActorOf<W extends Writer> = W extends Asker ? PersonActor : W;

export const operator = (ownerUrl: string, reason: string, organisationId: string | null = null): OperatorActor => ({
  kind: "operator",
  ownerUrl,
  reason,
  organisationId,
});

/** Whose act a fact is: null for a command's and for Candour's own. */
export const personIdOf = (actor: Actor): string | null => (actor.kind === "person" ? actor.person.id : null);

/** The organisation somebody acts in. Commands on one organisation's rows name it. */
export function organisationIdOf(actor: Actor): string {
  const id = actor.kind === "person" ? actor.organisation.id : actor.organisationId;
  if (id === null) throw new Error("This is done in one organisation, and none was named.");
  return id;
}

/** The teams for which a person holds one of the team roles. */
export const teamsOf = (actor: Pick<PersonActor, "roles">, role: "team lead" | "head of service"): Team[] =>
  actor.roles.flatMap((held) => (held.role === role && held.team ? [held.team] : []));

/** The teams on whose comments a person decides: their own, and those for whose head of service they stand in. */
export const decidedTeams = (actor: Pick<PersonActor, "roles" | "standsFor">): Team[] => [
  ...teamsOf(actor, "head of service"),
  ...(actor.standsFor ?? []).map(({ team }) => team),
];

/** In whose name a person decides on a team's comments; null in their own. */
export const inWhoseName = (
  actor: Pick<PersonActor, "standsFor">,
  teamId: string | null | undefined,
): Standing | null => (actor.standsFor ?? []).find(({ team }) => team.id === teamId) ?? null;

export const holds = (actor: Pick<PersonActor, "roles">, role: Role): boolean =>
  actor.roles.some((held) => held.role === role);

/** Who reads nothing but what was published. */
export const readsEditionsOnly = (actor: Pick<PersonActor, "roles">): boolean =>
  actor.roles.every(({ role }) => role === "reader");

/** Whether somebody is shown small numbers that are hidden from readers. */
export const seesSmall = (actor: Pick<PersonActor, "roles" | "seesSmall">): boolean =>
  actor.seesSmall ?? !readsEditionsOnly(actor);

/** The same person looking at an edition: all see in it what a reader sees, and who is no reader its small numbers too. */
export const asReaderOf = (actor: PersonActor, edition: Month): PersonActor => ({
  ...actor,
  seesSmall: seesSmall(actor),
  roles: [{ role: "reader", team: null }],
  standsFor: [],
  edition,
});
