import { asc, eq } from "drizzle-orm";
import { database } from "#db/client";
import { team } from "#db/schema/people";
import type { PersonActor } from "#lib/access/actor";

export type ListedTeam = { id: string; name: string; version: number };

/** The teams of the organisation, by name. */
export const listTeams = (actor: PersonActor): Promise<ListedTeam[]> =>
  database()
    .select({ id: team.id, name: team.name, version: team.version })
    .from(team)
    .where(eq(team.organisationId, actor.organisation.id))
    .orderBy(asc(team.name), asc(team.id));
