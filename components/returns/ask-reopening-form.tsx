"use client";

import { KeptForm } from "#components/kept/kept-form";
import { useVerbForm } from "#components/kept/use-verb-form";
import { type ReturnFormPlace, ReturnPlaceFields } from "#components/returns/return-place-fields";
import { Button } from "#components/ui/button";
import { buttonClass } from "#components/ui/button-class";
import { CountedTextarea } from "#components/ui/counted-textarea";
import { RefusedSummary } from "#components/ui/refused-summary";
import { askReopeningAction } from "#lib/returns/actions";
import { longestReason } from "#lib/rules/longest";

/** Folded away until it is wanted; refused, it stands open with the reason as typed. */
export function AskReopeningForm(place: ReturnFormPlace) {
  const { key, form, given, refused, summary, isBusy } = useVerbForm(
    askReopeningAction,
    `ask reopening ${place.scorecardId} ${place.teamId} ${place.month}`,
    { request: place.request },
  );
  return (
    <details className="mt-4 max-w-3xl" open={refused !== null}>
      <summary className={buttonClass("quiet")}>Ask for it to be reopened</summary>
      <KeptForm
        key={key}
        {...form}
        saved={{ reason: "" }}
        aria-label="Ask for the return to be reopened"
        className="mt-2 rounded-md border border-line bg-raised px-4 py-3.5"
      >
        <RefusedSummary result={summary} />
        <ReturnPlaceFields {...place} request={given.request} />
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
        <Button disabled={isBusy}>Ask</Button>
      </KeptForm>
    </details>
  );
}
