import { TableRegion, tableClass } from "#components/ui/table-region";
import { Tag } from "#components/ui/tag";
import { TextLink } from "#components/ui/text-link";
import { paths } from "#lib/paths";
import type { ShownInvited } from "#lib/people/shown-invited";

/** The people of a form, each with what becomes of them, or became. */
export function InvitedTable({ people, caption }: { people: readonly ShownInvited[]; caption: string }) {
  return (
    <TableRegion label={caption}>
      <table className={tableClass}>
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">Person</th>
            <th scope="col">Roles</th>
            <th scope="col">What becomes of it</th>
          </tr>
        </thead>
        <tbody>
          {people.map(({ email, name, roles, says, isRefused, link, sentTo }, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a row that cannot be read may be there twice
            <tr key={index}>
              <th scope="row" className="font-normal">
                {name}
                <span className="block text-soft [overflow-wrap:anywhere]">{email}</span>
              </th>
              <td>
                <ul>
                  {roles.map((role) => (
                    <li key={role}>{role}</li>
                  ))}
                </ul>
              </td>
              <td>
                {isRefused && <Tag tone="stop">Left out</Tag>} {says}
                {sentTo && (
                  <>
                    {" "}
                    The link is being sent to them by mail.{" "}
                    <TextLink href={paths.person(sentTo)}>See whether it was sent</TextLink>
                  </>
                )}
                {link && <code className="block [overflow-wrap:anywhere]">{link}</code>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableRegion>
  );
}
