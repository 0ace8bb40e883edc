"use client";

import { useLedOn } from "#components/kept/use-led-on";
import { useSentAction } from "#components/kept/use-sent-action";
import { WrittenBy } from "#components/kept/written-by";
import { RoleBoxes } from "#components/people/role-boxes";
import { Button } from "#components/ui/button";
import { RefusedSummary } from "#components/ui/refused-summary";
import { grantRoleAction } from "#lib/people/actions";
import type { HeldRole } from "#lib/rules/held-role";

/** Grants a person the roles that are ticked. */
export function GrantRoleForm({
  person,
  teams,
  held,
  request,
}: {
  person: string;
  teams: readonly { id: string; name: string }[];
  held: readonly HeldRole[];
  request: string;
}) {
  const [result, grant, isPending] = useSentAction(grantRoleAction);
  const isLeading = useLedOn(result);
  const refused = result && !result.ok ? result : null;
  return (
    <form aria-label="Grant roles" action={grant}>
      <RefusedSummary result={result} />
      <WrittenBy answer={result} />
      <input type="hidden" name="request" value={request} />
      <input type="hidden" name="person" value={person} />
      <RoleBoxes teams={teams} held={held} ticked={refused?.typed} error={refused?.fields.roles} />
      <Button disabled={isPending || isLeading}>Grant these roles</Button>
    </form>
  );
}
