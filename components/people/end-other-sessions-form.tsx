"use client";

import { useSentAction } from "#components/kept/use-sent-action";
import { WrittenBy } from "#components/kept/written-by";
import { Button } from "#components/ui/button";
import { RefusedSummary } from "#components/ui/refused-summary";
import { endOtherSessionsAction } from "#lib/people/actions";

export function EndOtherSessionsForm({ request }: { request: string }) {
  const [result, end, isPending] = useSentAction(endOtherSessionsAction);
  return (
    <form aria-label="Sign out everywhere else" action={end} className="mt-4">
      <RefusedSummary result={result} />
      <WrittenBy answer={result} />
      <input type="hidden" name="request" value={request} />
      <Button type="submit" tone="quiet" disabled={isPending}>
        Sign me out everywhere else
      </Button>
    </form>
  );
}
