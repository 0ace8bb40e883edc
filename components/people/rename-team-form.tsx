"use client";

import { KeptForm } from "#components/kept/kept-form";
import { useVerbForm } from "#components/kept/use-verb-form";
import { Button } from "#components/ui/button";
import { ErrorSummary } from "#components/ui/error-summary";
import { TextField } from "#components/ui/field";
import { renameTeamAction } from "#lib/people/actions";
import { apart } from "#lib/rules/direction";

export function RenameTeamForm({
  team,
  name,
  seen: version,
  request,
}: {
  team: string;
  name: string;
  seen: number;
  request: string;
}) {
  const { key, form, given, refused, summary, isBusy } = useVerbForm(renameTeamAction, `rename ${team}`, {
    request,
    seen: version,
  });
  return (
    <details key={key} open={refused !== null}>
      <summary className="min-h-6 text-accent underline underline-offset-3">
        Rename <span className="sr-only">{name}</span>
      </summary>
      <KeptForm {...form} saved={{ name }} aria-label={`Rename ${apart(name)}`} className="mt-2 max-w-xl">
        {summary?.ok === false && <ErrorSummary errors={[{ message: summary.message, field: `name-${team}` }]} />}
        <input type="hidden" name="request" value={given.request} />
        <input type="hidden" name="team" value={team} />
        <input type="hidden" name="seen" value={given.seen} />
        <TextField
          id={`name-${team}`}
          name="name"
          label="What it is called"
          required
          maxLength={200}
          autoComplete="off"
          defaultValue={refused?.typed.name ?? name}
          error={refused?.fields.name}
        />
        <Button tone="quiet" disabled={isBusy}>
          Rename the team
        </Button>
      </KeptForm>
    </details>
  );
}
