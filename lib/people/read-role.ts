import { eq } from "drizzle-orm";
import type { Database } from "#db/client";
import { team } from "#db/schema/people";
import { type Role, roles } from "#db/vocabulary";
import { Refusal } from "#lib/audit/refusal";
import { type HeldRole, isTeamRole } from "#lib/rules/held-role";

const isRole = (text: string): text is Role => roles.some((role) => role === text);
const inWords = (words: readonly string[]) => words.join(", ");

export type KnownTeam = { id: string; name: string; slug: string };

/** A role by its name as typed. Throws INVALID. */
export function readRole(typed: string): Role {
  const role = typed.trim().toLowerCase();
  if (isRole(role)) return role;
  throw new Refusal("INVALID", `There is no role "${typed}". The roles are: ${inWords(roles)}.`);
}

/** The teams that can be named, by name. */
export const knownTeams = (tx: Database, organisationId: string): Promise<KnownTeam[]> =>
  tx
    .select({ id: team.id, name: team.name, slug: team.slug })
    .from(team)
    .where(eq(team.organisationId, organisationId))
    .orderBy(team.name);

/**
 * A role as it is held, for the team of the name as typed; `byHow` a team is named is said where none is. Throws INVALID,
 * NOT_FOUND.
 */
export function readHeld(teams: readonly KnownTeam[], role: Role, typed: string | undefined, byHow: string): HeldRole {
  if (!isTeamRole(role)) {
    if (!typed) return { role, teamId: null };
    throw new Refusal("INVALID", `The role of ${role} is for the whole council: leave the team out.`);
  }
  const known =
    teams.length > 0
      ? `The teams are: ${inWords(teams.map(({ name }) => name))}.`
      : "There is no team yet: they come with the first scorecard's import.";
  if (!typed) throw new Refusal("INVALID", `The role of ${role} is for one team: name it ${byHow}. ${known}`);
  const wanted = typed.trim().toLowerCase();
  const found = teams.find(({ name, slug }) => name.toLowerCase() === wanted || slug === wanted);
  if (!found) throw new Refusal("NOT_FOUND", `There is no team "${typed}". ${known}`);
  return { role, teamId: found.id };
}
