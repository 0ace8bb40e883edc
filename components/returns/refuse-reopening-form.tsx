"use client";

import { stopSummary } from "#components/commentary/stop-summary";
import { KeptForm } from "#components/kept/kept-form";
import { isWaiting } from "#components/kept/reaching";
import { useLedOn } from "#components/kept/use-led-on";
import { usePinned } from "#components/kept/use-pinned";
import { useSentAction } from "#components/kept/use-sent-action";
import { type ReturnFormPlace, ReturnPlaceFields } from "#components/returns/return-place-fields";
import { Button } from "#components/ui/button";
import { CountedTextarea } from "#components/ui/counted-textarea";
import { RefusedSummary } from "#components/ui/refused-summary";
import { refuseReopeningAction } from "#lib/returns/actions";
import { longestReason } from "#lib/rules/commenting";

/** Folded away until it is wanted; refused itself, it stands open with the reason as typed. */
export function RefuseReopeningForm({ seen, ...place }: ReturnFormPlace & { seen: string }) {
  const [result, refuse, isPending] = useSentAction(refuseReopeningAction);
  const isLeading = useLedOn(result);
  const refused = result && !result.ok ? result : null;
  const name = `refuse reopening ${place.scorecardId} ${place.teamId} ${place.month}`;
  const { request, key } = usePinned(name, { request: place.request }, result);
  return (
    <details className="mt-4 max-w-3xl" open={refused !== null}>
      <summary className={stopSummary}>Do not reopen it</summary>
      <KeptForm
        key={key}
        name={name}
        saved={{ refusal: "" }}
        answer={result}
        isSending={isPending || isLeading}
        aria-label="Refuse to reopen the return"
        action={refuse}
        className="mt-2 rounded-md border border-line bg-raised px-4 py-3.5"
      >
        <RefusedSummary result={isWaiting(result) ? null : result} />
        <ReturnPlaceFields {...place} request={request} />
        <input type="hidden" name="seen" value={seen} />
        <CountedTextarea
          id="refusal"
          name="refusal"
          label="Why it is not reopened"
          hint="Its leads are told. It stands on the register, with your name."
          rows={3}
          required
          most={longestReason}
          defaultValue={refused?.typed.refusal}
          error={refused?.fields.refusal}
        />
        <Button tone="stop" disabled={isPending || isLeading}>
          Refuse to reopen it
        </Button>
      </KeptForm>
    </details>
  );
}
