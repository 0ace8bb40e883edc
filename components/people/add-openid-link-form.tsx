"use client";

import { useSentAction } from "#components/kept/use-sent-action";
import { WrittenBy } from "#components/kept/written-by";
import { CodeField } from "#components/people/second-factor/code-field";
import { Button } from "#components/ui/button";
import { TextField } from "#components/ui/field";
import { RefusedSummary } from "#components/ui/refused-summary";
import { addOpenIdLinkAction } from "#lib/sign-in/actions";

export function AddOpenIdLinkForm({ called, asksCode }: { called: string; asksCode: boolean }) {
  const [result, add, isPending] = useSentAction(addOpenIdLinkAction);
  const errors = result && !result.ok ? result.fields : {};
  return (
    <form aria-label="Add an account to sign in with" action={add} className="max-w-md">
      <RefusedSummary result={result} />
      <WrittenBy answer={result} />
      <p className="mb-3">
        You signed in as <strong className="break-all">{called}</strong>. If that is you, type your Candour password.
      </p>
      <TextField
        name="current"
        label="Your Candour password"
        type="password"
        autoComplete="current-password"
        required
        maxLength={1024}
        error={errors.current}
      />
      {asksCode && <CodeField error={errors.code} />}
      <Button type="submit" disabled={isPending}>
        Sign in with it from now on
      </Button>
    </form>
  );
}
