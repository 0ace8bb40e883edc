"use client";

import { useSentAction } from "#components/kept/use-sent-action";
import { NewPasswordFields } from "#components/people/new-password-fields";
import { Button } from "#components/ui/button";
import { RefusedSummary } from "#components/ui/refused-summary";
import { followResetAction } from "#lib/people/actions";

export function FollowResetForm({ token, email }: { token: string; email: string }) {
  const [result, set, isPending] = useSentAction(followResetAction);
  return (
    <form aria-label="Your new password" action={set} className="max-w-md">
      <RefusedSummary result={result} />
      <input type="hidden" name="token" value={token} />
      <NewPasswordFields email={email} errors={result && !result.ok ? result.fields : {}} />
      <Button type="submit" disabled={isPending}>
        Set password
      </Button>
    </form>
  );
}
