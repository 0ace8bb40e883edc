"use client";

import { useLedOn } from "#components/commentary/use-led-on";
import { KeptForm } from "#components/kept/kept-form";
import { isWaiting } from "#components/kept/reaching";
import { usePinned } from "#components/kept/use-pinned";
import { useSentAction } from "#components/kept/use-sent-action";
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
  request: given,
  dates,
}: {
  scorecardId: string;
  month: Month;
  version: number;
  request: string;
  dates: { figuresDue: string; commentaryDue: string };
}) {
  const [result, reschedule, isPending] = useSentAction(rescheduleMonthAction);
  const isLeading = useLedOn(result);
  const refused = result && !result.ok ? result : null;
  const name = `dates ${scorecardId} ${month}`;
  const { request, key } = usePinned(name, { request: given }, result);
  return (
    <details className="mt-4 max-w-3xl" open={refused !== null}>
      <summary className={buttonClass("quiet")}>Change the dates</summary>
      <KeptForm
        key={key}
        name={name}
        saved={dates}
        answer={result}
        isSending={isPending || isLeading}
        aria-label="Change the dates"
        action={reschedule}
        className="mt-2 rounded-md border border-line bg-raised px-4 py-3.5"
      >
        <RefusedSummary result={isWaiting(result) ? null : result} />
        <input type="hidden" name="request" value={request} />
        <input type="hidden" name="scorecard" value={scorecardId} />
        <input type="hidden" name="month" value={month} />
        <input type="hidden" name="seen" value={version} />
        <DatesFields key={version} refused={refused} dates={dates} />
        <Button disabled={isPending || isLeading}>Save the dates</Button>
      </KeptForm>
    </details>
  );
}
