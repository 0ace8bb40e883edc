"use client";

import { stopSummary } from "#components/commentary/stop-summary";
import { KeptForm } from "#components/kept/kept-form";
import { useVerbForm } from "#components/kept/use-verb-form";
import { type ReturnFormPlace, ReturnPlaceFields } from "#components/returns/return-place-fields";
import { Button } from "#components/ui/button";
import { CountedTextarea } from "#components/ui/counted-textarea";
import { RefusedSummary } from "#components/ui/refused-summary";
import { refuseReopeningAction } from "#lib/returns/actions";
import { longestReason } from "#lib/rules/longest";

/** Folded away until it is wanted; refused itself, it stands open with the reason as typed. */
export function RefuseReopeningForm({ seen, ...place }: ReturnFormPlace & { seen: string }) {
  const { key, form, given, refused, summary, isBusy } = useVerbForm(
    refuseReopeningAction,
    `refuse reopening ${place.scorecardId} ${place.teamId} ${place.month}`,
    { request: place.request, seen },
  );
  return (
    <details className="mt-4 max-w-3xl" open={refused !== null}>
      <summary className={stopSummary}>Do not reopen it</summary>
      <KeptForm
        key={key}
        {...form}
        saved={{ refusal: "" }}
        aria-label="Refuse to reopen the return"
        className="mt-2 rounded-md border border-line bg-raised px-4 py-3.5"
      >
        <RefusedSummary result={summary} />
        <ReturnPlaceFields {...place} request={given.request} />
        <input type="hidden" name="seen" value={given.seen} />
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
        <Button tone="stop" disabled={isBusy}>
          Refuse to reopen it
        </Button>
      </KeptForm>
    </details>
  );
}
