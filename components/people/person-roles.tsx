import { GrantRoleForm } from "#components/people/grant-role-form";
import { RolesBefore } from "#components/people/roles-before";
import { RolesHeld } from "#components/people/roles-held";
import type { GrantedRole, RevokedRole } from "#lib/people/list-roles-of";

/** What a person holds now, what they may be granted beside it, and what they held before. */
export function PersonRoles({
  person,
  isOwn,
  roles,
  teams,
  timeZone,
  newRequest,
}: {
  person: { id: string; name: string; disabledAt: Date | null };
  isOwn: boolean;
  roles: { held: readonly GrantedRole[]; before: readonly RevokedRole[] };
  teams: readonly { id: string; name: string }[];
  timeZone: string;
  newRequest: () => string;
}) {
  return (
    <>
      <h2 className="mt-8 mb-2 text-xl">Roles held now</h2>
      <RolesHeld roles={roles.held} timeZone={timeZone} newRequest={newRequest} />
      <h2 className="mt-8 mb-2 text-xl">Grant roles</h2>
      {isOwn && <p className="text-soft">Nobody grants a role to themselves: another performance officer does.</p>}
      {person.disabledAt && <p className="text-soft">{person.name} is disabled, and is granted nothing.</p>}
      {!isOwn && !person.disabledAt && (
        <GrantRoleForm person={person.id} teams={teams} held={roles.held} request={newRequest()} />
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
