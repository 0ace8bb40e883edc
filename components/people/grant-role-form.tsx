"use client";

import { KeptForm } from "#components/kept/kept-form";
import { useVerbForm } from "#components/kept/use-verb-form";
import { noneTicked, RoleBoxes } from "#components/people/role-boxes";
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
  const { key, form, given, refused, summary, isBusy } = useVerbForm(grantRoleAction, `grant ${person}`, { request });
  return (
    <KeptForm key={key} {...form} saved={noneTicked({ teams, held })} aria-label="Grant roles">
      <RefusedSummary result={summary} />
      <input type="hidden" name="request" value={given.request} />
      <input type="hidden" name="person" value={person} />
      <RoleBoxes teams={teams} held={held} ticked={refused?.typed} error={refused?.fields.roles} />
      <Button disabled={isBusy}>Grant these roles</Button>
    </KeptForm>
  );
}
