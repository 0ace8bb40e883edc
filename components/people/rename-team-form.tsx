"use client";

import { useLedOn } from "#components/kept/use-led-on";
import { useSentAction } from "#components/kept/use-sent-action";
import { WrittenBy } from "#components/kept/written-by";
import { Button } from "#components/ui/button";
import { ErrorSummary } from "#components/ui/error-summary";
import { TextField } from "#components/ui/field";
import { renameTeamAction } from "#lib/people/actions";

export function RenameTeamForm({
  team,
  name,
  seen,
  request,
}: {
  team: string;
  name: string;
  seen: number;
  request: string;
}) {
  const [result, rename, isPending] = useSentAction(renameTeamAction);
  const isLeading = useLedOn(result);
  const refused = result && !result.ok ? result : null;
  return (
    <details key={request} open={refused !== null}>
      <summary className="min-h-6 text-accent underline underline-offset-3">
        Rename <span className="sr-only">{name}</span>
      </summary>
      <form aria-label={`Rename ${name}`} action={rename} className="mt-2 max-w-xl">
        {refused && <ErrorSummary errors={[{ message: refused.message, field: `name-${team}` }]} />}
        <WrittenBy answer={result} />
        <input type="hidden" name="request" value={request} />
        <input type="hidden" name="team" value={team} />
        <input type="hidden" name="seen" value={seen} />
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
        <Button tone="quiet" disabled={isPending || isLeading}>
          Rename the team
        </Button>
      </form>
    </details>
  );
}
