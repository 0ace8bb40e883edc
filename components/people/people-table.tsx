import { HeldRoles } from "#components/people/held-roles";
import { TableRegion, tableClass } from "#components/ui/table-region";
import { Tag } from "#components/ui/tag";
import { TextLink } from "#components/ui/text-link";
import { paths } from "#lib/paths";
import type { ListedPerson } from "#lib/people/queries";

export function PeopleTable({ people }: { people: readonly ListedPerson[] }) {
  return (
    <TableRegion label="People" className="">
      <table className={tableClass}>
        <caption>{people.length === 1 ? "One person" : `${people.length} people`}, by name</caption>
        <thead>
          <tr>
            <th scope="col">Person</th>
            <th scope="col">Roles</th>
            <th scope="col">Second factor</th>
            <th scope="col">Sessions</th>
          </tr>
        </thead>
        <tbody>
          {people.map((person) => (
            <tr key={person.id}>
              <th scope="row" className="font-normal">
                <TextLink href={paths.person(person.id)}>{person.name}</TextLink> <Standing person={person} />
                <span className="block text-soft [overflow-wrap:anywhere]">{person.email}</span>
              </th>
              <td>
                <HeldRoles roles={person.roles} />
              </td>
              <td>
                <SecondFactorStanding person={person} />
              </td>
              <td>
                {person.liveSessions === 0 ? <span className="text-soft">none</span> : `${person.liveSessions} live`}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableRegion>
  );
}

/** Whether they have a second factor, and whether they are led to set one up as they come. */
export function SecondFactorStanding({ person }: { person: ListedPerson }) {
  if (person.hasSecondFactor) return "set up";
  return person.isToEnrol ? <Tag>Still to set up</Tag> : <span className="text-soft">none</span>;
}

/** Disabled, or invited and not come yet; nothing for everybody else. */
export function Standing({ person }: { person: ListedPerson }) {
  if (person.disabledAt) return <Tag tone="stop">Disabled</Tag>;
  return person.isInvited ? <Tag>Invited</Tag> : null;
}
