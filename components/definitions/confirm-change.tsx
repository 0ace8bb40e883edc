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
import {
  defineIndicatorAction,
  endIndicatorAction,
  setMilestonesAction,
  withdrawVersionAction,
} from "#lib/definitions/actions";
import { longestReason } from "#lib/rules/commenting";

const acts = {
  definition: { action: defineIndicatorAction, button: "Save the change" },
  end: { action: endIndicatorAction, button: "End it" },
  withdrawal: { action: withdrawVersionAction, button: "Withdraw it" },
  milestones: { action: setMilestonesAction, button: "Save the milestones" },
};

/** Sends what was previewed, with what was read, and why where that is asked: what is recorded is that, or it is refused. */
export function ConfirmChange({
  act,
  fields,
  previewed,
  asksWhy,
  request: given,
}: {
  act: keyof typeof acts;
  fields: Record<string, string>;
  previewed: string;
  asksWhy: boolean;
  request: string;
}) {
  const { action, button } = acts[act];
  const [result, send, isPending] = useSentAction(action);
  const isLeading = useLedOn(result);
  const router = useRouter();
  const refused = result && !result.ok ? result : null;
  const name = `${act} ${JSON.stringify(fields)}`;
  const { request, key } = usePinned(name, { request: given }, result);
  useEffect(() => {
    // The preview above is to be what it would change now.
    if (result && !result.ok && result.code === "CONFLICT") router.refresh();
  }, [result, router]);
  return (
    <KeptForm
      key={key}
      name={name}
      saved={{ reason: "" }}
      answer={result}
      isSending={isPending || isLeading}
      aria-label={button}
      action={send}
      className="mt-4 max-w-3xl"
    >
      <RefusedSummary result={isWaiting(result) ? null : result} />
      <input type="hidden" name="request" value={request} />
      {Object.entries(fields).map(([field, value]) => (
        <input key={field} type="hidden" name={field} value={value} />
      ))}
      <input type="hidden" name="previewed" value={previewed} />
      <CountedTextarea
        id="reason"
        name="reason"
        label={asksWhy ? "Why" : "Why (you need not say)"}
        hint="It stands in the history with your name."
        rows={2}
        required={asksWhy}
        most={longestReason}
        defaultValue={refused?.typed.reason}
        error={refused?.fields.reason}
      />
      <Button tone={act === "withdrawal" || act === "end" ? "stop" : "primary"} disabled={isPending || isLeading}>
        {button}
      </Button>
    </KeptForm>
  );
}
