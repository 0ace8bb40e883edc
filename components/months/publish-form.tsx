"use client";

import { KeptForm } from "#components/kept/kept-form";
import { LeftOver } from "#components/kept/left-over";
import { TypedWithoutScript } from "#components/kept/typed-without-script";
import { useShownAnew } from "#components/kept/use-shown-anew";
import { useVerbForm } from "#components/kept/use-verb-form";
import { Button } from "#components/ui/button";
import { CountedTextarea } from "#components/ui/counted-textarea";
import { RefusedSummary } from "#components/ui/refused-summary";
import { publishMonthAction } from "#lib/months/actions";
import { longestReason } from "#lib/rules/longest";
import { type Month, monthName } from "#lib/rules/month";

/**
 * The button under the checklist; over what stands in the way it asks why. It stays on the page where there is nothing to
 * publish by now, so that a refusal is said in any case.
 */
export function PublishForm({
  scorecardId,
  month,
  request,
  number,
  seen,
  blockers,
  whyNot,
}: {
  scorecardId: string;
  month: Month;
  request: string;
  number: number;
  seen: string;
  blockers: number;
  /** Why nothing can be published here. */
  whyNot: string | null;
}) {
  const name = `publish ${scorecardId} ${month}`;
  const { key, form, given, refused, summary, isBusy } = useVerbForm(publishMonthAction, name, { request });
  // The list above is to be what stands in the way now.
  useShownAnew(refused?.code === "CONFLICT" ? refused : null);
  if (whyNot !== null) {
    return (
      <>
        <RefusedSummary result={summary} />
        <TypedWithoutScript typed={refused?.typed.reason} />
        <LeftOver forms={[{ name, saved: {}, why: whyNot }]} />
      </>
    );
  }
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
