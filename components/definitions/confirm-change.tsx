"use client";

import { KeptForm } from "#components/kept/kept-form";
import { useShownAnew } from "#components/kept/use-shown-anew";
import { useVerbForm } from "#components/kept/use-verb-form";
import { Button } from "#components/ui/button";
import { CountedTextarea } from "#components/ui/counted-textarea";
import { RefusedSummary } from "#components/ui/refused-summary";
import {
  defineIndicatorAction,
  endIndicatorAction,
  setMilestonesAction,
  withdrawVersionAction,
} from "#lib/definitions/actions";
import { longestReason } from "#lib/rules/longest";
import { chooseLabelSetAction, defineSeveralAction } from "#lib/structure/actions";

const acts = {
  definition: { action: defineIndicatorAction, button: "Save the change" },
  end: { action: endIndicatorAction, button: "End it" },
  withdrawal: { action: withdrawVersionAction, button: "Withdraw it" },
  milestones: { action: setMilestonesAction, button: "Save the milestones" },
  several: { action: defineSeveralAction, button: "Save the changes" },
  "label set": { action: chooseLabelSetAction, button: "Choose these words" },
};

/** Sends what was previewed, with what was read, and why where that is asked: what is recorded is that, or it is refused. */
export function ConfirmChange({
  act,
  fields,
  previewed,
  asksWhy,
  request,
}: {
  act: keyof typeof acts;
  fields: Record<string, string>;
  previewed: string;
  asksWhy: boolean;
  request: string;
}) {
  const { action, button } = acts[act];
  const { key, form, given, refused, summary, isBusy } = useVerbForm(action, `${act} ${JSON.stringify(fields)}`, {
    request,
  });
  // The preview above is to be what it would change now.
  useShownAnew(refused?.code === "CONFLICT" ? refused : null);
  return (
    <KeptForm key={key} {...form} saved={{ reason: "" }} aria-label={button} className="mt-4 max-w-3xl">
      <RefusedSummary result={summary} />
      <input type="hidden" name="request" value={given.request} />
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
      <Button tone={act === "withdrawal" || act === "end" ? "stop" : "primary"} disabled={isBusy}>
        {button}
      </Button>
    </KeptForm>
  );
}
