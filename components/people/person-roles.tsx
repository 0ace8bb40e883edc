import { GrantRoleForm } from "#components/people/grant-role-form";
import { RolesBefore } from "#components/people/roles-before";
import { RolesHeld, RolesToCome } from "#components/people/roles-held";
import type { GrantedRole } from "#lib/people/list-roles-of";
import type { Day } from "#lib/rules/day";

/** What a person holds now and is to hold, what they may be granted beside it, and what they held before. */
export function PersonRoles({
  person,
  isOwn,
  roles,
  teams,
  today,
  timeZone,
  newRequest,
}: {
  person: { id: string; name: string; disabledAt: Date | null };
  isOwn: boolean;
  roles: Record<"held" | "toCome" | "before", readonly GrantedRole[]>;
  teams: readonly { id: string; name: string }[];
  today: Day;
  timeZone: string;
  newRequest: () => string;
}) {
  return (
    <>
      <h2 className="mt-8 mb-2 text-xl">Roles held now</h2>
      <RolesHeld roles={roles.held} today={today} timeZone={timeZone} newRequest={newRequest} />
      {roles.toCome.length > 0 && (
        <>
          <h2 className="mt-8 mb-2 text-xl">Roles to come</h2>
          <RolesToCome roles={roles.toCome} timeZone={timeZone} newRequest={newRequest} />
        </>
      )}
      <h2 className="mt-8 mb-2 text-xl">Grant roles</h2>
      {isOwn && <p className="text-soft">Nobody grants a role to themselves: another performance officer does.</p>}
      {person.disabledAt && <p className="text-soft">{person.name} is disabled, and is granted nothing.</p>}
      {!isOwn && !person.disabledAt && (
        <GrantRoleForm
          person={person.id}
          teams={teams}
          held={roles.held.filter(({ toDay }) => toDay === null)}
          today={today}
          request={newRequest()}
        />
      )}
      {roles.before.length > 0 && (
        <>
          <h2 className="mt-8 mb-2 text-xl">Roles held before</h2>
          <RolesBefore roles={roles.before} timeZone={timeZone} />
        </>
      )}
    </>
  );
}
