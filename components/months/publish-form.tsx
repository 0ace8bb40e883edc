"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";
import { useLedOn } from "#components/commentary/use-led-on";
import { KeptForm } from "#components/kept/kept-form";
import { isWaiting } from "#components/kept/reaching";
import { usePinned } from "#components/kept/use-pinned";
import { useSentAction } from "#components/kept/use-sent-action";
import { Button } from "#components/ui/button";
import { CountedTextarea } from "#components/ui/counted-textarea";
import { RefusedSummary } from "#components/ui/refused-summary";
import { publishMonthAction } from "#lib/months/actions";
import { longestReason } from "#lib/rules/commenting";
import { type Month, monthName } from "#lib/rules/month";

/** The button under the checklist; over what stands in the way it asks why. */
export function PublishForm({
  scorecardId,
  month,
  request: given,
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
  const [result, publish, isPending] = useSentAction(publishMonthAction);
  const isLeading = useLedOn(result);
  const router = useRouter();
  const refused = result && !result.ok ? result : null;
  const name = `publish ${scorecardId} ${month}`;
  const { request, key } = usePinned(name, { request: given }, result);
  useEffect(() => {
    // The list above is to be what stands in the way now.
    if (result && !result.ok && result.code === "CONFLICT") router.refresh();
  }, [result, router]);
  return (
    <KeptForm
      key={key}
      name={name}
      saved={{ reason: "" }}
      answer={result}
      isSending={isPending || isLeading}
      aria-label={`Publish ${monthName(month)}`}
      action={publish}
      className="mt-4 max-w-3xl"
    >
      <RefusedSummary result={isWaiting(result) ? null : result} />
      <input type="hidden" name="request" value={request} />
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
      <Button tone={blockers > 0 ? "stop" : "primary"} disabled={isPending || isLeading}>
        Publish {monthName(month)}
        {blockers > 0 && ` over ${blockers} in the way`}
      </Button>
    </KeptForm>
  );
}
