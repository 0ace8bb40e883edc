"use client";

import { useLedOn } from "#components/commentary/use-led-on";
import { KeptForm } from "#components/kept/kept-form";
import { isWaiting } from "#components/kept/reaching";
import { usePinned } from "#components/kept/use-pinned";
import { useSentAction } from "#components/kept/use-sent-action";
import { Button } from "#components/ui/button";
import { TextField } from "#components/ui/field";
import { RefusedSummary } from "#components/ui/refused-summary";
import { setMonthRuleAction } from "#lib/months/actions";

export function MonthRuleForm({
  figuresDay,
  commentaryDay,
  version,
  request: given,
}: {
  figuresDay: number;
  commentaryDay: number;
  version: number;
  request: string;
}) {
  const [result, set, isPending] = useSentAction(setMonthRuleAction);
  const isLeading = useLedOn(result);
  const refused = result && !result.ok ? result : null;
  const name = "month rule";
  const { request, key } = usePinned(name, { request: given }, result);
  return (
    <KeptForm
      key={key}
      name={name}
      saved={{ figuresDay: String(figuresDay), commentaryDay: String(commentaryDay) }}
      answer={result}
      isSending={isPending || isLeading}
      aria-label="When figures and commentary are due"
      action={set}
      className="max-w-xl"
    >
      <RefusedSummary result={isWaiting(result) ? null : result} />
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
    </KeptForm>
  );
}
