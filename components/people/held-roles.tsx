import { roleName } from "#components/people/role-name";
import type { Role } from "#db/vocabulary";
import { type HeldDays, heldDaysName } from "#lib/rules/held-days";

type Held = { role: Role; team: string | null } & Partial<HeldDays>;

/** The roles a person holds, each with the teams it is held for and the days it has. */
export function HeldRoles({ roles }: { roles: readonly Held[] }) {
  if (roles.length === 0) return <span className="text-soft">none</span>;
  return (
    <ul>
      {[...Map.groupBy(roles, ({ role }) => role)].map(([role, held]) => (
        <li key={role}>
          {roleName(role)}
          {held.some((one) => whereAndWhen(one)) && (
            <span className="text-soft">
              {held.some(({ team }) => team) ? ": " : " "}
              {held.map(whereAndWhen).filter(Boolean).join(", ")}
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}

function whereAndWhen({ team, fromDay = null, toDay = null }: Held): string {
  const days = heldDaysName({ fromDay, toDay });
  return [team, days && `(${days})`].filter(Boolean).join(" ");
}
