import { heldName } from "#components/people/role-name";
import { WhyForm } from "#components/people/why-form";
import type { GrantedRole } from "#lib/people/list-roles-of";
import { addDays, type Day } from "#lib/rules/day";
import { heldDaysName } from "#lib/rules/held-days";
import { dateName, momentName } from "#lib/rules/moment";
import { granterWords } from "#lib/rules/sign-in-rule-words";

type Props = { roles: readonly GrantedRole[]; timeZone: string; newRequest: () => string };

/** What a person holds now, since when and by whom, and until when, each with the form that revokes it. */
export function RolesHeld({ roles, today, timeZone, newRequest }: Props & { today: Day }) {
  if (roles.length === 0) return <p className="text-soft">None: signing in shows nothing but the account.</p>;
  return (
    <ul>
      {roles.map((held) => (
        <li key={`${held.id} ${held.toDay}`} className="border-b border-line py-1.5">
          {heldName(held)}
          {held.toDay && `, until ${dateName(held.toDay)},`}{" "}
          <span className="text-soft">
            since{" "}
            {held.fromDay
              ? `${dateName(held.fromDay)}, ${grantedName(held, timeZone)}`
              : `${momentName(held.grantedAt, timeZone)}, by ${granterWords(held.grantedBy, held.rule)}`}
          </span>
          <WhyForm
            kind="revoke"
            id={held.id}
            name={heldName(held)}
            days={daysLeft(held, today)}
            request={newRequest()}
          />
        </li>
      ))}
    </ul>
  );
}

/** What a person is to hold, from which day on, each with the form that withdraws it before it begins. */
export function RolesToCome({ roles, timeZone, newRequest }: Props) {
  return (
    <ul>
      {roles.map((one) => (
        <li key={one.id} className="border-b border-line py-1.5">
          {heldName(one)}, {heldDaysName(one)} <span className="text-soft">{grantedName(one, timeZone)}</span>
          <WhyForm
            kind="withdraw role"
            id={one.id}
            name={`${heldName(one)}, ${heldDaysName(one)}`}
            request={newRequest()}
          />
        </li>
      ))}
    </ul>
  );
}

const grantedName = ({ grantedAt, grantedBy, rule }: GrantedRole, timeZone: string) =>
  `granted ${momentName(grantedAt, timeZone)}, by ${granterWords(grantedBy, rule)}`;

/** With the end of which days it may be revoked: its last day is only brought nearer. */
function daysLeft({ toDay }: GrantedRole, today: Day) {
  if (toDay === null) return { min: today, max: null };
  return today < toDay ? { min: today, max: addDays(toDay as Day, -1) } : undefined;
}
