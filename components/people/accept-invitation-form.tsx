"use client";

import { useSentAction } from "#components/kept/use-sent-action";
import { NewPasswordFields } from "#components/people/new-password-fields";
import { Button } from "#components/ui/button";
import { RefusedSummary } from "#components/ui/refused-summary";
import { acceptInvitationAction } from "#lib/people/actions";

export function AcceptInvitationForm({ token, email }: { token: string; email: string }) {
  const [result, accept, isPending] = useSentAction(acceptInvitationAction);
  return (
    <form aria-label="Your password" action={accept} className="max-w-md">
      <RefusedSummary result={result} />
      <input type="hidden" name="token" value={token} />
      <NewPasswordFields email={email} errors={result && !result.ok ? result.fields : {}} />
      <Button type="submit" disabled={isPending}>
        Set password
      </Button>
    </form>
  );
}
