"use client";

import { useSentAction } from "#components/kept/use-sent-action";
import { CodeField } from "#components/people/second-factor/code-field";
import { Button } from "#components/ui/button";
import { RefusedSummary } from "#components/ui/refused-summary";
import { signInByCodeAction } from "#lib/sign-in/actions";

export function SignInCodeForm() {
  const [result, send, isPending] = useSentAction(signInByCodeAction);
  return (
    <form aria-label="Your code" action={send} className="max-w-sm">
      <RefusedSummary result={result} />
      <CodeField error={result && !result.ok ? result.fields.code : undefined} />
      <Button type="submit" disabled={isPending}>
        Sign in
      </Button>
    </form>
  );
}
