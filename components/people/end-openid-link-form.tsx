"use client";

import { useSentAction } from "#components/kept/use-sent-action";
import { WrittenBy } from "#components/kept/written-by";
import { Button } from "#components/ui/button";
import { RefusedSummary } from "#components/ui/refused-summary";
import { endOpenIdLinkAction } from "#lib/sign-in/actions";

export function EndOpenIdLinkForm({ request }: { request: string }) {
  const [result, end, isPending] = useSentAction(endOpenIdLinkAction);
  return (
    <form aria-label="Take the account away" action={end} className="mt-4">
      <RefusedSummary result={result} />
      <WrittenBy answer={result} />
      <input type="hidden" name="request" value={request} />
      <Button type="submit" tone="quiet" disabled={isPending}>
        Take this account away
      </Button>
    </form>
  );
}
