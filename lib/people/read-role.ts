import { eq } from "drizzle-orm";
import type { Database } from "#db/client";
import { team } from "#db/schema/people";
import { type Role, roles, teamRoles } from "#db/vocabulary";
import { Refusal } from "#lib/audit/refusal";

const isRole = (text: string): text is Role => roles.some((role) => role === text);
const isTeamRole = (role: Role): boolean => teamRoles.some((one) => one === role);
const inWords = (words: readonly string[]) => words.join(", ");

/** A role by its name as typed. Throws INVALID. */
export function readRole(typed: string): Role {
  const role = typed.trim().toLowerCase();
  if (isRole(role)) return role;
  throw new Refusal("INVALID", `There is no role "${typed}". The roles are: ${inWords(roles)}.`);
}

/** The team a role is held for, by its name as typed; null for a role of the whole council. Throws INVALID, NOT_FOUND. */
export async function readTeam(tx: Database, organisationId: string, role: Role, typed: string | undefined) {
  if (!isTeamRole(role)) {
    if (!typed) return null;
    throw new Refusal("INVALID", `The role of ${role} is for the whole council: leave the team out.`);
  }
  const teams = await tx
    .select({ id: team.id, name: team.name, slug: team.slug })
    .from(team)
    .where(eq(team.organisationId, organisationId))
    .orderBy(team.name);
  const known =
    teams.length > 0
      ? `The teams are: ${inWords(teams.map(({ name }) => name))}.`
      : "There is no team yet: they come with the first scorecard's import.";
  if (!typed) throw new Refusal("INVALID", `The role of ${role} is for one team: name it with --team. ${known}`);
  const wanted = typed.trim().toLowerCase();
  const found = teams.find(({ name, slug }) => name.toLowerCase() === wanted || slug === wanted);
  if (!found) throw new Refusal("NOT_FOUND", `There is no team "${typed}". ${known}`);
  return found.id;
}
