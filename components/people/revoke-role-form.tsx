"use client";

import { useLedOn } from "#components/commentary/use-led-on";
import { KeptForm } from "#components/kept/kept-form";
import { isWaiting } from "#components/kept/reaching";
import { usePinned } from "#components/kept/use-pinned";
import { useSentAction } from "#components/kept/use-sent-action";
import { Button } from "#components/ui/button";
import { ErrorSummary } from "#components/ui/error-summary";
import { TextField } from "#components/ui/field";
import { revokeRoleAction } from "#lib/people/actions";

/** Revokes one role, with a reason. */
export function RevokeRoleForm({ grant, name, request: given }: { grant: string; name: string; request: string }) {
  const [result, revoke, isPending] = useSentAction(revokeRoleAction);
  const isLeading = useLedOn(result);
  const refused = result && !result.ok ? result : null;
  const of = `revoke ${grant}`;
  const { request, key } = usePinned(of, { request: given }, result);
  return (
    <details open={refused !== null}>
      <summary className="min-h-6 text-stop underline underline-offset-3">
        Revoke <span className="sr-only">{name}</span>
      </summary>
      <KeptForm
        key={key}
        name={of}
        saved={{ reason: "" }}
        answer={result}
        isSending={isPending || isLeading}
        aria-label={`Revoke ${name}`}
        action={revoke}
        className="mt-2 rounded-md border border-line bg-raised px-4 py-3.5"
      >
        {refused && !isWaiting(refused) && (
          <ErrorSummary errors={[{ message: refused.message, field: `reason-${grant}` }]} />
        )}
        <input type="hidden" name="request" value={request} />
        <input type="hidden" name="grant" value={grant} />
        <TextField
          id={`reason-${grant}`}
          name="reason"
          label="Reason"
          hint="It stands in the history, with your name."
          required
          maxLength={500}
          autoComplete="off"
          defaultValue={refused?.typed.reason}
          error={refused?.fields.reason}
        />
        <Button tone="stop" disabled={isPending || isLeading}>
          Revoke the role
        </Button>
      </KeptForm>
    </details>
  );
}
