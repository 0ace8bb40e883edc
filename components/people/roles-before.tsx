import { heldName } from "#components/people/role-name";
import { TableRegion, tableClass } from "#components/ui/table-region";
import type { RevokedRole } from "#lib/people/list-roles-of";
import { momentName } from "#lib/rules/moment";
import { granterWords } from "#lib/rules/sign-in-rule-words";

/** What a person held once, and holds no more. */
export function RolesBefore({ roles, timeZone }: { roles: readonly RevokedRole[]; timeZone: string }) {
  return (
    <TableRegion label="Roles held before">
      <table className={tableClass}>
        <caption className="sr-only">Roles held before, the last revoked first</caption>
        <thead>
          <tr>
            <th scope="col">Role</th>
            <th scope="col">Granted</th>
            <th scope="col">Revoked</th>
          </tr>
        </thead>
        <tbody>
          {roles.map((held) => (
            <tr key={held.id}>
              <th scope="row" className="font-normal">
                {heldName(held)}
              </th>
              <td>
                {momentName(held.grantedAt, timeZone)}, by {granterWords(held.grantedBy, held.rule)}
              </td>
              <td>
                {momentName(held.revokedAt, timeZone)}, by {held.revokedBy ?? "a command"}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableRegion>
  );
}
