"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";
import { useLedOn } from "#components/commentary/use-led-on";
import { KeptForm } from "#components/kept/kept-form";
import { isWaiting } from "#components/kept/reaching";
import { usePinned } from "#components/kept/use-pinned";
import { useSentAction } from "#components/kept/use-sent-action";
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
  request: given,
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
  const [result, close, isPending] = useSentAction(closeMonthAction);
  const isLeading = useLedOn(result);
  const router = useRouter();
  const refused = result && !result.ok ? result : null;
  const name = `close ${scorecardId} ${month}`;
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
      aria-label={`Close ${called}`}
      action={close}
      className="mt-4 max-w-3xl"
    >
      <RefusedSummary result={isWaiting(result) ? null : result} />
      <input type="hidden" name="request" value={request} />
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
      <Button tone={blockers > 0 ? "stop" : "primary"} disabled={isPending || isLeading}>
        Close {called}
        {blockers > 0 && ` over ${blockers} in the way`}
      </Button>
    </KeptForm>
  );
}
