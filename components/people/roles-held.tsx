import { heldName } from "#components/people/role-name";
import { WhyForm } from "#components/people/why-form";
import type { GrantedRole } from "#lib/people/list-roles-of";
import { momentName } from "#lib/rules/moment";
import { granterWords } from "#lib/rules/sign-in-rule-words";

/** What a person holds now, since when and by whom, each with the form that revokes it. */
export function RolesHeld({
  roles,
  timeZone,
  newRequest,
}: {
  roles: readonly GrantedRole[];
  timeZone: string;
  newRequest: () => string;
}) {
  if (roles.length === 0) return <p className="text-soft">None: signing in shows nothing but the account.</p>;
  return (
    <ul>
      {roles.map((held) => (
        <li key={held.id} className="border-b border-line py-1.5">
          {heldName(held)}{" "}
          <span className="text-soft">
            since {momentName(held.grantedAt, timeZone)}, by {granterWords(held.grantedBy, held.rule)}
          </span>
          <WhyForm kind="revoke" id={held.id} name={heldName(held)} request={newRequest()} />
        </li>
      ))}
    </ul>
  );
}
