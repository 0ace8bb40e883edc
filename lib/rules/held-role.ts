import { type Role, roles, teamRoles } from "#db/vocabulary";

/** A role as it is held: for one team, or for the whole organisation. */
export type HeldRole = { role: Role; teamId: string | null };

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

export const isTeamRole = (role: Role): boolean => teamRoles.some((one) => one === role);

export const isSameRole = (one: HeldRole, other: HeldRole): boolean =>
  one.role === other.role && one.teamId === other.teamId;

/** The box by which a form chooses a role: "role.auditor", "role.team lead.<team>". */
export const roleField = ({ role, teamId }: HeldRole): string => ["role", role, teamId].filter(Boolean).join(".");

/** The roles whose boxes a form sent ticked; null where one is made up. */
export function rolesInForm(names: readonly string[]): HeldRole[] | null {
  const chosen = names
    .filter((name) => name.startsWith("role."))
    .map((name): HeldRole | null => {
      const [, typed, teamId = null] = name.split(".");
      const role = roles.find((one) => one === typed);
      const isWhole = role !== undefined && isTeamRole(role) === (teamId !== null && uuid.test(teamId));
      return isWhole && (teamId === null || isTeamRole(role)) ? { role, teamId } : null;
    });
  return chosen.some((one) => one === null) ? null : chosen.filter((one) => one !== null);
}
