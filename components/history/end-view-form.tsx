"use client";

import { useLedOn } from "#components/kept/use-led-on";
import { useSentAction } from "#components/kept/use-sent-action";
import { WrittenBy } from "#components/kept/written-by";
import { Button } from "#components/ui/button";
import { RefusedSummary } from "#components/ui/refused-summary";
import { endViewAction } from "#lib/history/views/actions";

export function EndViewForm({ view, name, request }: { view: string; name: string; request: string }) {
  const [answer, end, isPending] = useSentAction(endViewAction);
  const isLedOn = useLedOn(answer);
  return (
    <form aria-label={`Take away ${name}`} action={end}>
      <RefusedSummary result={answer} />
      <WrittenBy answer={answer} />
      <input type="hidden" name="request" value={request} />
      <input type="hidden" name="view" value={view} />
      <Button tone="quiet" disabled={isPending || isLedOn}>
        Take away <span className="sr-only">{name}</span>
      </Button>
    </form>
  );
}
