"use client";

import { KeptForm } from "#components/kept/kept-form";
import { useVerbForm } from "#components/kept/use-verb-form";
import { DatesFields } from "#components/months/dates-fields";
import { Button } from "#components/ui/button";
import { RefusedSummary } from "#components/ui/refused-summary";
import { openMonthAction } from "#lib/months/actions";
import { type Month, monthName } from "#lib/rules/month";

export function OpenForm({
  scorecardId,
  month,
  request,
  dates,
  hints,
}: {
  scorecardId: string;
  month: Month;
  request: string;
  dates: { figuresDue: string; commentaryDue: string };
  hints: { figuresDue: string; commentaryDue: string };
}) {
  const { key, form, given, refused, summary, isBusy } = useVerbForm(openMonthAction, `open ${scorecardId} ${month}`, {
    request,
  });
  return (
    <KeptForm key={key} {...form} saved={dates} aria-label={`Open ${monthName(month)}`} className="max-w-xl">
      <RefusedSummary result={summary} />
      <input type="hidden" name="request" value={given.request} />
      <input type="hidden" name="scorecard" value={scorecardId} />
      <input type="hidden" name="month" value={month} />
      <DatesFields refused={refused} dates={dates} hints={hints} />
      <Button disabled={isBusy}>Open {monthName(month)}</Button>
    </KeptForm>
  );
}
