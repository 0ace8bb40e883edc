"use client";

import { useSentAction } from "#components/kept/use-sent-action";
import { WrittenBy } from "#components/kept/written-by";
import { Button } from "#components/ui/button";
import { Note } from "#components/ui/note";
import { RefusedSummary } from "#components/ui/refused-summary";
import { renewInvitationAction } from "#lib/people/actions";

/** Makes another link, which is shown here once. */
export function RenewInvitationForm({ person, request }: { person: string; request: string }) {
  const [result, renew, isPending] = useSentAction(renewInvitationAction);
  if (result?.ok) {
    const { link, replaces, isMailed } = result.value;
    return (
      <Note live="status">
        {link ? (
          <>
            This link is shown once, and works once, within seven days.
            {replaces && " The one before it works no longer."}
            {isMailed && " It is being sent to them by mail as well: open this page again to see whether it was."}
            <code className="block [overflow-wrap:anywhere]">{link}</code>
          </>
        ) : (
          "This was done already, and the link was shown then. Open the page again to make another."
        )}
      </Note>
    );
  }
  return (
    <form aria-label="Invite again" action={renew}>
      <RefusedSummary result={result} />
      <WrittenBy answer={result} />
      <input type="hidden" name="request" value={request} />
      <input type="hidden" name="person" value={person} />
      <Button tone="quiet" disabled={isPending}>
        Invite again
      </Button>
    </form>
  );
}
