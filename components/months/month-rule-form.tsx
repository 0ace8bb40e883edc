"use client";

import { KeptForm } from "#components/kept/kept-form";
import { useVerbForm } from "#components/kept/use-verb-form";
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
  const { key, form, given, refused, summary, isBusy } = useVerbForm(setMonthRuleAction, "month rule", {
    request,
    seen: version,
  });
  return (
    <KeptForm
      key={key}
      {...form}
      saved={{ figuresDay: String(figuresDay), commentaryDay: String(commentaryDay) }}
      aria-label="When figures and commentary are due"
      className="max-w-xl"
    >
      <RefusedSummary result={summary} />
      <input type="hidden" name="request" value={given.request} />
      <input type="hidden" name="seen" value={given.seen} />
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
      <Button disabled={isBusy}>Save the rule</Button>
    </KeptForm>
  );
}
