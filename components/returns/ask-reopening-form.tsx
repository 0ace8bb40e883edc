"use client";

import { useLedOn } from "#components/commentary/use-led-on";
import { KeptForm } from "#components/kept/kept-form";
import { isWaiting } from "#components/kept/reaching";
import { usePinned } from "#components/kept/use-pinned";
import { useSentAction } from "#components/kept/use-sent-action";
import { type ReturnFormPlace, ReturnPlaceFields } from "#components/returns/return-place-fields";
import { Button } from "#components/ui/button";
import { buttonClass } from "#components/ui/button-class";
import { CountedTextarea } from "#components/ui/counted-textarea";
import { RefusedSummary } from "#components/ui/refused-summary";
import { askReopeningAction } from "#lib/returns/actions";
import { longestReason } from "#lib/rules/commenting";

/** Folded away until it is wanted; refused, it stands open with the reason as typed. */
export function AskReopeningForm(place: ReturnFormPlace) {
  const [result, ask, isPending] = useSentAction(askReopeningAction);
  const isLeading = useLedOn(result);
  const refused = result && !result.ok ? result : null;
  const name = `ask reopening ${place.scorecardId} ${place.teamId} ${place.month}`;
  const { request, key } = usePinned(name, { request: place.request }, result);
  return (
    <details className="mt-4 max-w-3xl" open={refused !== null}>
      <summary className={buttonClass("quiet")}>Ask for it to be reopened</summary>
      <KeptForm
        key={key}
        name={name}
        saved={{ reason: "" }}
        answer={result}
        isSending={isPending || isLeading}
        aria-label="Ask for the return to be reopened"
        action={ask}
        className="mt-2 rounded-md border border-line bg-raised px-4 py-3.5"
      >
        <RefusedSummary result={isWaiting(result) ? null : result} />
        <ReturnPlaceFields {...place} request={request} />
        <CountedTextarea
          id="reason"
          name="reason"
          label="Why it is to be reopened"
          hint="Your head of service or the performance officer reopens it until a moment. It stands on the register, with your name."
          rows={3}
          required
          most={longestReason}
          defaultValue={refused?.typed.reason}
          error={refused?.fields.reason}
        />
        <Button disabled={isPending || isLeading}>Ask</Button>
      </KeptForm>
    </details>
  );
}
