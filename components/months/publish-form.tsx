"use client";

import { KeptForm } from "#components/kept/kept-form";
import { useShownAnew } from "#components/kept/use-shown-anew";
import { useVerbForm } from "#components/kept/use-verb-form";
import { Button } from "#components/ui/button";
import { CountedTextarea } from "#components/ui/counted-textarea";
import { RefusedSummary } from "#components/ui/refused-summary";
import { publishMonthAction } from "#lib/months/actions";
import { longestReason } from "#lib/rules/longest";
import { type Month, monthName } from "#lib/rules/month";

/** The button under the checklist; over what stands in the way it asks why. */
export function PublishForm({
  scorecardId,
  month,
  request,
  number,
  seen,
  blockers,
}: {
  scorecardId: string;
  month: Month;
  request: string;
  number: number;
  seen: string;
  blockers: number;
}) {
  const { key, form, given, refused, summary, isBusy } = useVerbForm(
    publishMonthAction,
    `publish ${scorecardId} ${month}`,
    { request },
  );
  // The list above is to be what stands in the way now.
  useShownAnew(refused?.code === "CONFLICT" ? refused : null);
  return (
    <KeptForm
      key={key}
      {...form}
      saved={{ reason: "" }}
      aria-label={`Publish ${monthName(month)}`}
      className="mt-4 max-w-3xl"
    >
      <RefusedSummary result={summary} />
      <input type="hidden" name="request" value={given.request} />
      <input type="hidden" name="scorecard" value={scorecardId} />
      <input type="hidden" name="month" value={month} />
      <input type="hidden" name="number" value={number} />
      <input type="hidden" name="seen" value={seen} />
      {blockers > 0 && (
        <CountedTextarea
          id="reason"
          name="reason"
          label="Why it is published all the same"
          hint="It stands on the edition for ever, with the list above and your name."
          rows={3}
          required
          most={longestReason}
          defaultValue={refused?.typed.reason}
          error={refused?.fields.reason}
        />
      )}
      <Button tone={blockers > 0 ? "stop" : "primary"} disabled={isBusy}>
        Publish {monthName(month)}
        {blockers > 0 && ` over ${blockers} in the way`}
      </Button>
    </KeptForm>
  );
}
