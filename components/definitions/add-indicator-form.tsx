"use client";

import { useLedOn } from "#components/commentary/use-led-on";
import { AddFields, type Choices } from "#components/definitions/add-fields";
import { KeptForm } from "#components/kept/kept-form";
import { isWaiting } from "#components/kept/reaching";
import { usePinned } from "#components/kept/use-pinned";
import { useSentAction } from "#components/kept/use-sent-action";
import { Button } from "#components/ui/button";
import { RefusedSummary } from "#components/ui/refused-summary";
import { addIndicatorAction } from "#lib/definitions/actions";

export function AddIndicatorForm({
  scorecard,
  request: given,
  ...choices
}: Choices & { scorecard: string; request: string }) {
  const [result, add, isPending] = useSentAction(addIndicatorAction);
  const isLeading = useLedOn(result);
  const refused = result && !result.ok ? result : null;
  const name = `add to ${scorecard}`;
  const { request, key } = usePinned(name, { request: given }, result);
  return (
    <KeptForm
      key={key}
      name={name}
      saved={{ ref: "", measure: "" }}
      answer={result}
      isSending={isPending || isLeading}
      aria-label="Add an indicator"
      action={add}
      className="max-w-3xl"
    >
      <RefusedSummary result={isWaiting(result) ? null : result} />
      <input type="hidden" name="request" value={request} />
      <input type="hidden" name="scorecard" value={scorecard} />
      <AddFields {...choices} typed={refused?.typed ?? {}} errors={refused?.fields ?? {}} />
      <Button disabled={isPending || isLeading}>Add the indicator</Button>
    </KeptForm>
  );
}
