"use client";

import { useLedOn } from "#components/kept/use-led-on";
import { useSentAction } from "#components/kept/use-sent-action";
import { useShownAnew } from "#components/kept/use-shown-anew";
import { WrittenBy } from "#components/kept/written-by";
import { type ReturnFormPlace, ReturnPlaceFields } from "#components/returns/return-place-fields";
import { Button } from "#components/ui/button";
import { RefusedSummary } from "#components/ui/refused-summary";
import { submitReturnAction } from "#lib/returns/actions";

/** The button that hands a return in, with its drafts as they were when the page was made. */
export function SubmitReturnForm({ seen, ...place }: ReturnFormPlace & { seen: string }) {
  const [result, submit, isPending] = useSentAction(submitReturnAction);
  const isLeading = useLedOn(result);
  // What stands above is to be what stops it, and what is handed in, now.
  useShownAnew(result?.ok === false ? result : null);
  return (
    <form aria-label="Submit the return" action={submit} className="mt-3">
      <WrittenBy answer={result} />
      <RefusedSummary result={result} />
      <ReturnPlaceFields {...place} />
      <input type="hidden" name="seen" value={seen} />
      <Button disabled={isPending || isLeading}>Submit the return</Button>
    </form>
  );
}
