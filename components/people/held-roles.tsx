import { roleName } from "#components/people/role-name";
import type { Role } from "#db/vocabulary";

/** The roles a person holds, each with the teams it is held for. */
export function HeldRoles({ roles }: { roles: readonly { role: Role; team: string | null }[] }) {
  if (roles.length === 0) return <span className="text-soft">none</span>;
  return (
    <ul>
      {[...Map.groupBy(roles, ({ role }) => role)].map(([role, held]) => (
        <li key={role}>
          {roleName(role)}
          {held.some(({ team }) => team) && (
            <span className="text-soft">: {held.map(({ team }) => team).join(", ")}</span>
          )}
        </li>
      ))}
    </ul>
  );
}
