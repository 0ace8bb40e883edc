import type { Role } from "#db/vocabulary";

/** "Team lead", as it begins a line. */
export const roleName = (role: Role): string => role.charAt(0).toUpperCase() + role.slice(1);

/** "Team lead: Assessment", or "Auditor". */
export const heldName = ({ role, team }: { role: Role; team: string | null }): string =>
  team === null ? roleName(role) : `${roleName(role)}: ${team}`;
