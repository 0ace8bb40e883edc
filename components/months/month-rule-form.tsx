"use client";

import { useLedOn } from "#components/commentary/use-led-on";
import { useSentAction } from "#components/kept/use-sent-action";
import { WrittenBy } from "#components/kept/written-by";
import { Button } from "#components/ui/button";
import { TextField } from "#components/ui/field";
import { RefusedSummary } from "#components/ui/refused-summary";
import { setMonthRuleAction } from "#lib/months/actions";

export function MonthRuleForm({
  figuresDay,
  commentaryDay,
  version,
  request,
}: {
  figuresDay: number;
  commentaryDay: number;
  version: number;
  request: string;
}) {
  const [result, set, isPending] = useSentAction(setMonthRuleAction);
  const isLeading = useLedOn(result);
  const refused = result && !result.ok ? result : null;
  return (
    <form aria-label="When figures and commentary are due" action={set} className="max-w-xl">
      <WrittenBy answer={result} />
      <RefusedSummary result={result} />
      <input type="hidden" name="request" value={request} />
      <input type="hidden" name="seen" value={version} />
      <TextField
        name="figuresDay"
        label="Figures: on which working day after the month"
        required
        inputMode="numeric"
        className="max-w-24!"
        defaultValue={refused?.typed.figuresDay ?? figuresDay}
        error={refused?.fields.figuresDay}
      />
      <TextField
        name="commentaryDay"
        label="Commentary: on which working day after the month"
        required
        inputMode="numeric"
        className="max-w-24!"
        defaultValue={refused?.typed.commentaryDay ?? commentaryDay}
        error={refused?.fields.commentaryDay}
      />
      <Button disabled={isPending || isLeading}>Save the rule</Button>
    </form>
  );
}
