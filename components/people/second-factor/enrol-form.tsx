"use client";

import { useSentAction } from "#components/kept/use-sent-action";
import { WrittenBy } from "#components/kept/written-by";
import { Button } from "#components/ui/button";
import { TextField } from "#components/ui/field";
import { RefusedSummary } from "#components/ui/refused-summary";
import { enrolSecondFactorAction } from "#lib/people/second-factor/actions";

/** `returnTo`: where somebody goes on to who was led here. */
export function EnrolForm({ returnTo }: { returnTo: string }) {
  const [result, enrol, isPending] = useSentAction(enrolSecondFactorAction);
  return (
    <form aria-label="Set up a second factor" action={enrol} className="max-w-md">
      <RefusedSummary result={result} />
      <WrittenBy answer={result} />
      <input type="hidden" name="returnTo" value={returnTo} />
      <TextField
        name="current"
        label="Your password"
        type="password"
        autoComplete="current-password"
        required
        maxLength={1024}
        error={result && !result.ok ? result.fields.current : undefined}
      />
      <Button type="submit" disabled={isPending}>
        Go on
      </Button>
    </form>
  );
}
