"use client";

import { useLedOn } from "#components/kept/use-led-on";
import { useSentAction } from "#components/kept/use-sent-action";
import { WrittenBy } from "#components/kept/written-by";
import { Button } from "#components/ui/button";
import { RefusedSummary } from "#components/ui/refused-summary";
import { enablePersonAction } from "#lib/people/actions";

export function EnablePersonForm({ person, request }: { person: string; request: string }) {
  const [result, enable, isPending] = useSentAction(enablePersonAction);
  const isLeading = useLedOn(result);
  return (
    <form aria-label="Enable" action={enable}>
      <RefusedSummary result={result} />
      <WrittenBy answer={result} />
      <input type="hidden" name="request" value={request} />
      <input type="hidden" name="person" value={person} />
      <Button disabled={isPending || isLeading}>Enable this person</Button>
    </form>
  );
}
