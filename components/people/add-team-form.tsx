"use client";

import { KeptForm } from "#components/kept/kept-form";
import { useVerbForm } from "#components/kept/use-verb-form";
import { Button } from "#components/ui/button";
import { TextField } from "#components/ui/field";
import { RefusedSummary } from "#components/ui/refused-summary";
import { addTeamAction } from "#lib/people/actions";

export function AddTeamForm({ request }: { request: string }) {
  const { key, form, given, refused, summary, isBusy } = useVerbForm(addTeamAction, "add a team", { request });
  return (
    <KeptForm key={key} {...form} saved={{ name: "" }} aria-label="Add a team" className="max-w-xl">
      <RefusedSummary result={summary} />
      <input type="hidden" name="request" value={given.request} />
      <TextField
        name="name"
        label="Name"
        required
        maxLength={200}
        autoComplete="off"
        defaultValue={refused?.typed.name}
        error={refused?.fields.name}
      />
      <Button disabled={isBusy}>Add the team</Button>
    </KeptForm>
  );
}
