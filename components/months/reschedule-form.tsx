"use client";

import { KeptForm } from "#components/kept/kept-form";
import { useVerbForm } from "#components/kept/use-verb-form";
import { DatesFields } from "#components/months/dates-fields";
import { Button } from "#components/ui/button";
import { buttonClass } from "#components/ui/button-class";
import { RefusedSummary } from "#components/ui/refused-summary";
import { rescheduleMonthAction } from "#lib/months/actions";
import type { Month } from "#lib/rules/month";

/** Folded away until it is wanted; refused, it stands open with the dates as typed. */
export function RescheduleForm({
  scorecardId,
  month,
  version,
  request,
  dates,
}: {
  scorecardId: string;
  month: Month;
  version: number;
  request: string;
  dates: { figuresDue: string; commentaryDue: string };
}) {
  const { key, form, given, refused, summary, isBusy } = useVerbForm(
    rescheduleMonthAction,
    `dates ${scorecardId} ${month}`,
    { request, seen: version },
  );
  return (
    <details className="mt-4 max-w-3xl" open={refused !== null}>
      <summary className={buttonClass("quiet")}>Change the dates</summary>
      <KeptForm
        key={key}
        {...form}
        saved={dates}
        aria-label="Change the dates"
        className="mt-2 rounded-md border border-line bg-raised px-4 py-3.5"
      >
        <RefusedSummary result={summary} />
        <input type="hidden" name="request" value={given.request} />
        <input type="hidden" name="scorecard" value={scorecardId} />
        <input type="hidden" name="month" value={month} />
        <input type="hidden" name="seen" value={given.seen} />
        <DatesFields key={version} refused={refused} dates={dates} />
        <Button disabled={isBusy}>Save the dates</Button>
      </KeptForm>
    </details>
  );
}
