"use client";

import { useLedOn } from "#components/kept/use-led-on";
import { useSentAction } from "#components/kept/use-sent-action";
import { WrittenBy } from "#components/kept/written-by";
import { Button } from "#components/ui/button";
import { RefusedSummary } from "#components/ui/refused-summary";
import { endSignInRuleAction } from "#lib/people/sign-in-rules/actions";

/** Ends a rule; `what` says which. */
export function EndSignInRuleForm({ rule, what, request }: { rule: string; what: string; request: string }) {
  const [answer, send, isPending] = useSentAction(endSignInRuleAction);
  const isLeading = useLedOn(answer);
  return (
    <form aria-label={`End the rule for ${what}`} action={send}>
      <RefusedSummary result={answer} />
      <WrittenBy answer={answer} />
      <input type="hidden" name="request" value={request} />
      <input type="hidden" name="rule" value={rule} />
      <Button tone="stop" disabled={isPending || isLeading}>
        End it <span className="sr-only">for {what}</span>
      </Button>
    </form>
  );
}
