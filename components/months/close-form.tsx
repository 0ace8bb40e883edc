"use client";

import { KeptForm } from "#components/kept/kept-form";
import { useShownAnew } from "#components/kept/use-shown-anew";
import { useVerbForm } from "#components/kept/use-verb-form";
import { Button } from "#components/ui/button";
import { TextareaField } from "#components/ui/field";
import { RefusedSummary } from "#components/ui/refused-summary";
import { closeMonthAction } from "#lib/months/actions";
import type { Month } from "#lib/rules/month";

/** The button under the checklist; over what stands in the way it asks why. */
export function CloseForm({
  scorecardId,
  month,
  called,
  request,
  seen,
  blockers,
}: {
  scorecardId: string;
  month: Month;
  /** "December 2013" */
  called: string;
  request: string;
  seen: string;
  blockers: number;
}) {
  const { key, form, given, refused, summary, isBusy } = useVerbForm(
    closeMonthAction,
    `close ${scorecardId} ${month}`,
    { request },
  );
  // The list above is to be what stands in the way now.
  useShownAnew(refused?.code === "CONFLICT" ? refused : null);
  return (
    <KeptForm key={key} {...form} saved={{ reason: "" }} aria-label={`Close ${called}`} className="mt-4 max-w-3xl">
      <RefusedSummary result={summary} />
      <input type="hidden" name="request" value={given.request} />
      <input type="hidden" name="scorecard" value={scorecardId} />
      <input type="hidden" name="month" value={month} />
      <input type="hidden" name="seen" value={seen} />
      {blockers > 0 && (
        <TextareaField
          id="reason"
          name="reason"
          label="Why it is closed all the same"
          hint="In at most 1,000 characters. It stands in the history for ever, with your name."
          rows={3}
          required
          defaultValue={refused?.typed.reason}
          error={refused?.fields.reason}
        />
      )}
      <Button tone={blockers > 0 ? "stop" : "primary"} disabled={isBusy}>
        Close {called}
        {blockers > 0 && ` over ${blockers} in the way`}
      </Button>
    </KeptForm>
  );
}
