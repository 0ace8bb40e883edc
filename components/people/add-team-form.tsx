"use client";

import { useLedOn } from "#components/kept/use-led-on";
import { useSentAction } from "#components/kept/use-sent-action";
import { WrittenBy } from "#components/kept/written-by";
import { Button } from "#components/ui/button";
import { TextField } from "#components/ui/field";
import { RefusedSummary } from "#components/ui/refused-summary";
import { addTeamAction } from "#lib/people/actions";

export function AddTeamForm({ request }: { request: string }) {
  const [result, add, isPending] = useSentAction(addTeamAction);
  const isLeading = useLedOn(result);
  const refused = result && !result.ok ? result : null;
  return (
    <form key={request} aria-label="Add a team" action={add} className="max-w-xl">
      <RefusedSummary result={result} />
      <WrittenBy answer={result} />
      <input type="hidden" name="request" value={request} />
      <TextField
        name="name"
        label="Name"
        required
        maxLength={200}
        autoComplete="off"
        defaultValue={refused?.typed.name}
        error={refused?.fields.name}
      />
      <Button disabled={isPending || isLeading}>Add the team</Button>
    </form>
  );
}
