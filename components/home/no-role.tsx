import { heldName } from "#components/people/role-name";
import { EmptyState } from "#components/ui/empty-state";
import type { GrantedRole } from "#lib/people/list-roles-of";
import { dateName } from "#lib/rules/moment";

/** What stands in the place of everything for who holds no role today: what they are to hold, and from when on. */
export const NoRole = ({ toCome }: { toCome: readonly GrantedRole[] }) => (
  <EmptyState title="You hold no role today">
    {toCome.length === 0 && <p>Ask your performance officer.</p>}
    {toCome.map((one) => (
      <p key={one.id}>{`${heldName(one)} begins on ${dateName(one.fromDay!)}.`}</p>
    ))}
  </EmptyState>
);
