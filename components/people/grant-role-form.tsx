"use client";

import { KeptForm } from "#components/kept/kept-form";
import { useVerbForm } from "#components/kept/use-verb-form";
import { noneTicked, RoleBoxes } from "#components/people/role-boxes";
import { RoleDays } from "#components/people/role-days";
import { Button } from "#components/ui/button";
import { RefusedSummary } from "#components/ui/refused-summary";
import { grantRoleAction } from "#lib/people/actions";
import type { HeldRole } from "#lib/rules/held-role";

/** Grants a person the roles that are ticked, from now on or from a day, until a day or without an end. */
export function GrantRoleForm({
  person,
  teams,
  held,
  today,
  request,
}: {
  person: string;
  teams: readonly { id: string; name: string }[];
  /** Those that can be granted no more: held, and without an end. */
  held: readonly HeldRole[];
  today: string;
  request: string;
}) {
  const { key, form, given, refused, summary, isBusy } = useVerbForm(grantRoleAction, `grant ${person}`, { request });
  return (
    <KeptForm
      key={key}
      {...form}
      saved={{ ...noneTicked({ teams, held }), from: "", until: "" }}
      aria-label="Grant roles"
    >
      <RefusedSummary result={summary} />
      <input type="hidden" name="request" value={given.request} />
      <input type="hidden" name="person" value={person} />
      <RoleBoxes teams={teams} held={held} ticked={refused?.typed} error={refused?.fields.roles} />
      <RoleDays min={today} typed={refused?.typed} errors={refused?.fields} />
      <Button disabled={isBusy}>Grant these roles</Button>
    </KeptForm>
  );
}
