"use client";

import { stopSummary } from "#components/commentary/stop-summary";
import { useLedOn } from "#components/kept/use-led-on";
import { useSentAction } from "#components/kept/use-sent-action";
import { WrittenBy } from "#components/kept/written-by";
import { Button } from "#components/ui/button";
import { ErrorSummary } from "#components/ui/error-summary";
import { withdrawCommentAction } from "#lib/commentary/actions";
import type { From } from "#lib/commentary/inputs";

/** Takes a submission back, after a second look. It stays on the page so that a refusal is said in any case. */
export function WithdrawForm({
  revision,
  request,
  from,
}: {
  revision: { id: string; number: number } | null;
  request: string;
  from: From;
}) {
  const [state, send, isSending] = useSentAction(withdrawCommentAction);
  const isLeading = useLedOn(state);
  const refused = state?.ok === false ? state : null;
  return (
    <>
      {refused && <ErrorSummary errors={[{ message: refused.message }]} title="Nothing was withdrawn" />}
      {revision && (
        <details className="mt-4 max-w-3xl">
          <summary className={stopSummary}>Withdraw revision {revision.number}</summary>
          <form
            aria-label={`Withdraw revision ${revision.number}`}
            action={send}
            className="mt-2 rounded-md border border-line bg-raised px-4 py-3.5"
          >
            <WrittenBy answer={state} />
            <input type="hidden" name="revision" value={revision.id} />
            <input type="hidden" name="request" value={request} />
            {from && <input type="hidden" name="from" value={from} />}
            <p className="mb-3">
              The head of service will no longer have it before them. It stays in the history, and its words stay here
              for the next revision.
            </p>
            <Button tone="stop" disabled={isSending || isLeading}>
              Yes, withdraw revision {revision.number}
            </Button>
          </form>
        </details>
      )}
    </>
  );
}
