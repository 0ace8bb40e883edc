"use client";

import { useSentAction } from "#components/kept/use-sent-action";
import { WrittenBy } from "#components/kept/written-by";
import { Button, LinkButton } from "#components/ui/button";
import { TextField } from "#components/ui/field";
import { RefusedSummary } from "#components/ui/refused-summary";
import { paths } from "#lib/paths";
import { endPersonSessionsAction } from "#lib/people/actions";

export function EndPersonSessionsForm({ personId, request }: { personId: string; request: string }) {
  const [result, end, isPending] = useSentAction(endPersonSessionsAction);
  const refused = result && !result.ok ? result : null;
  return (
    <form aria-label="End all sessions" action={end} className="max-w-xl">
      <RefusedSummary result={result} />
      <WrittenBy answer={result} />
      <input type="hidden" name="request" value={request} />
      <input type="hidden" name="person" value={personId} />
      <TextField
        name="reason"
        label="Why"
        hint="It stands in the history, with your name."
        required
        maxLength={500}
        autoComplete="off"
        defaultValue={refused?.typed.reason}
        error={refused?.fields.reason}
      />
      <div className="flex flex-wrap gap-3">
        <Button type="submit" tone="stop" disabled={isPending}>
          End all sessions
        </Button>
        <LinkButton href={paths.people()}>Cancel</LinkButton>
      </div>
    </form>
  );
}
