"use client";

import { useLedOn } from "#components/commentary/use-led-on";
import { KeptForm } from "#components/kept/kept-form";
import { isWaiting } from "#components/kept/reaching";
import { usePinned } from "#components/kept/use-pinned";
import { useSentAction } from "#components/kept/use-sent-action";
import { DatesFields } from "#components/months/dates-fields";
import { Button } from "#components/ui/button";
import { RefusedSummary } from "#components/ui/refused-summary";
import { openMonthAction } from "#lib/months/actions";
import { type Month, monthName } from "#lib/rules/month";

export function OpenForm({
  scorecardId,
  month,
  request: given,
  dates,
  hints,
}: {
  scorecardId: string;
  month: Month;
  request: string;
  dates: { figuresDue: string; commentaryDue: string };
  hints: { figuresDue: string; commentaryDue: string };
}) {
  const [result, open, isPending] = useSentAction(openMonthAction);
  const isLeading = useLedOn(result);
  const refused = result && !result.ok ? result : null;
  const name = `open ${scorecardId} ${month}`;
  const { request, key } = usePinned(name, { request: given }, result);
  return (
    <KeptForm
      key={key}
      name={name}
      saved={dates}
      answer={result}
      isSending={isPending || isLeading}
      aria-label={`Open ${monthName(month)}`}
      action={open}
      className="max-w-xl"
    >
      <RefusedSummary result={isWaiting(result) ? null : result} />
      <input type="hidden" name="request" value={request} />
      <input type="hidden" name="scorecard" value={scorecardId} />
      <input type="hidden" name="month" value={month} />
      <DatesFields refused={refused} dates={dates} hints={hints} />
      <Button disabled={isPending || isLeading}>Open {monthName(month)}</Button>
    </KeptForm>
  );
}
