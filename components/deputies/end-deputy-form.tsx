"use client";

import { useLedOn } from "#components/kept/use-led-on";
import { useSentAction } from "#components/kept/use-sent-action";
import { WrittenBy } from "#components/kept/written-by";
import { Button } from "#components/ui/button";
import { RefusedSummary } from "#components/ui/refused-summary";
import { endDeputyAction } from "#lib/people/actions";
import { apart } from "#lib/rules/direction";

/** Ends early what a deputy may do. */
export function EndDeputyForm({ deputy, name, request }: { deputy: string; name: string; request: string }) {
  const [answer, send, isPending] = useSentAction(endDeputyAction);
  const isLeading = useLedOn(answer);
  return (
    <form aria-label={`End early that ${apart(name)} stands in`} action={send}>
      <RefusedSummary result={answer} />
      <WrittenBy answer={answer} />
      <input type="hidden" name="request" value={request} />
      <input type="hidden" name="deputy" value={deputy} />
      <Button tone="stop" disabled={isPending || isLeading}>
        End it now
      </Button>
    </form>
  );
}
