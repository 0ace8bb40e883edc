"use client";

import { AddFields, type Choices } from "#components/definitions/add-fields";
import { KeptForm } from "#components/kept/kept-form";
import { useVerbForm } from "#components/kept/use-verb-form";
import { Button } from "#components/ui/button";
import { RefusedSummary } from "#components/ui/refused-summary";
import { addIndicatorAction } from "#lib/definitions/actions";

export function AddIndicatorForm({ scorecard, request, ...choices }: Choices & { scorecard: string; request: string }) {
  const { key, form, given, refused, summary, isBusy } = useVerbForm(addIndicatorAction, `add to ${scorecard}`, {
    request,
  });
  return (
    <KeptForm key={key} {...form} saved={{ ref: "", measure: "" }} aria-label="Add an indicator" className="max-w-3xl">
      <RefusedSummary result={summary} />
      <input type="hidden" name="request" value={given.request} />
      <input type="hidden" name="scorecard" value={scorecard} />
      <AddFields {...choices} typed={refused?.typed ?? {}} errors={refused?.fields ?? {}} />
      <Button disabled={isBusy}>Add the indicator</Button>
    </KeptForm>
  );
}
