"use client";

import { useLedOn } from "#components/kept/use-led-on";
import { useSentAction } from "#components/kept/use-sent-action";
import { WrittenBy } from "#components/kept/written-by";
import { type ReturnFormPlace, ReturnPlaceFields } from "#components/returns/return-place-fields";
import { Button } from "#components/ui/button";
import { RefusedSummary } from "#components/ui/refused-summary";
import { withdrawReopeningAction } from "#lib/returns/actions";

/** The button by which a lead takes back the request to reopen their return. */
export function WithdrawReopeningForm({ seen, ...place }: ReturnFormPlace & { seen: string }) {
  const [result, withdraw, isPending] = useSentAction(withdrawReopeningAction);
  const isLeading = useLedOn(result);
  return (
    <form aria-label="Take the request back" action={withdraw} className="mt-3">
      <WrittenBy answer={result} />
      <RefusedSummary result={result} />
      <ReturnPlaceFields {...place} />
      <input type="hidden" name="seen" value={seen} />
      <Button tone="quiet" disabled={isPending || isLeading}>
        Take the request back
      </Button>
    </form>
  );
}
