"use client";

import { useSentAction } from "#components/kept/use-sent-action";
import { WrittenBy } from "#components/kept/written-by";
import { NewPasswordFields } from "#components/people/new-password-fields";
import { Button } from "#components/ui/button";
import { TextField } from "#components/ui/field";
import { RefusedSummary } from "#components/ui/refused-summary";
import { changePasswordAction } from "#lib/people/actions";

export function ChangePasswordForm({ email }: { email: string }) {
  const [result, change, isPending] = useSentAction(changePasswordAction);
  const errors = result && !result.ok ? result.fields : {};
  return (
    <form aria-label="Change your password" action={change} className="max-w-md">
      <RefusedSummary result={result} />
      <WrittenBy answer={result} />
      <TextField
        name="current"
        label="Current password"
        type="password"
        autoComplete="current-password"
        required
        maxLength={1024}
        error={errors.current}
      />
      <NewPasswordFields email={email} errors={errors} />
      <Button type="submit" disabled={isPending}>
        Change password
      </Button>
    </form>
  );
}
