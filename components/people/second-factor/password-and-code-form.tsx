"use client";

import { WrittenBy } from "#components/kept/written-by";
import { CodeField } from "#components/people/second-factor/code-field";
import { Button } from "#components/ui/button";
import { ErrorSummary } from "#components/ui/error-summary";
import { TextField } from "#components/ui/field";
import type { Result } from "#lib/actions/result";

/** What asks for all that signing in asks for. */
export function PasswordAndCodeForm({
  prefix,
  label,
  button,
  tone,
  sent: [result, send, isPending],
}: {
  /** Two of them stand on one page. */
  prefix: string;
  label: string;
  button: string;
  tone: "quiet" | "stop";
  sent: readonly [Result<unknown> | null, (form: FormData) => void, boolean];
}) {
  const refused = result && !result.ok ? result : null;
  const fields = Object.entries(refused?.fields ?? {}).map(([field, message]) => ({
    field: `${prefix}-${field}`,
    message,
  }));
  return (
    <form aria-label={label} action={send} className="max-w-md">
      {refused && <ErrorSummary errors={fields.length > 0 ? fields : [{ message: refused.message }]} />}
      <WrittenBy answer={result} />
      <TextField
        id={`${prefix}-current`}
        name="current"
        label="Your password"
        type="password"
        autoComplete="current-password"
        required
        maxLength={1024}
        error={refused?.fields.current}
      />
      <CodeField id={`${prefix}-code`} error={refused?.fields.code} />
      <Button type="submit" tone={tone} disabled={isPending}>
        {button}
      </Button>
    </form>
  );
}
