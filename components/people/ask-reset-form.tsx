"use client";

import { useSentAction } from "#components/kept/use-sent-action";
import { Button } from "#components/ui/button";
import { TextField } from "#components/ui/field";
import { RefusedSummary } from "#components/ui/refused-summary";
import { askResetAction } from "#lib/people/actions";

export function AskResetForm() {
  const [result, ask, isPending] = useSentAction(askResetAction);
  const refused = result && !result.ok ? result : null;
  return (
    <form aria-label="A new password" action={ask} className="max-w-sm">
      <RefusedSummary result={result} />
      <TextField
        name="email"
        label="E-mail address"
        type="email"
        autoComplete="username"
        spellCheck={false}
        required
        defaultValue={refused?.typed.email}
        error={refused?.fields.email}
      />
      <Button type="submit" disabled={isPending}>
        Send me a link
      </Button>
    </form>
  );
}
