import { heldName } from "#components/people/role-name";
import { TableRegion, tableClass } from "#components/ui/table-region";
import type { GrantedRole } from "#lib/people/list-roles-of";
import { heldDaysName } from "#lib/rules/held-days";
import { dateName, momentName } from "#lib/rules/moment";
import { granterWords } from "#lib/rules/sign-in-rule-words";

/** What a person held once, and holds no more, or was to hold. */
export function RolesBefore({ roles, timeZone }: { roles: readonly GrantedRole[]; timeZone: string }) {
  return (
    <TableRegion label="Roles held before">
      <table className={tableClass}>
        <caption className="sr-only">Roles held before, the last ended first</caption>
        <thead>
          <tr>
            <th scope="col">Role</th>
            <th scope="col">Granted</th>
            <th scope="col">Ended</th>
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
                {heldDaysName(held) && `, ${heldDaysName(held)}`}
              </td>
              <td>
                {held.revokedAt
                  ? `${momentName(held.revokedAt, timeZone)}, by ${held.revokedBy ?? "a command"}`
                  : `with the end of ${dateName(held.toDay!)}`}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableRegion>
  );
}
