"use client";

import { KeptForm } from "#components/kept/kept-form";
import { useVerbForm } from "#components/kept/use-verb-form";
import { Button } from "#components/ui/button";
import { ErrorSummary } from "#components/ui/error-summary";
import { TextField } from "#components/ui/field";
import { revokeRoleAction } from "#lib/people/actions";

/** Revokes one role, with a reason. */
export function RevokeRoleForm({ grant, name, request }: { grant: string; name: string; request: string }) {
  const { key, form, given, refused, summary, isBusy } = useVerbForm(revokeRoleAction, `revoke ${grant}`, { request });
  const field = `reason-${grant}`;
  return (
    <details open={refused !== null}>
      <summary className="min-h-6 text-stop underline underline-offset-3">
        Revoke <span className="sr-only">{name}</span>
      </summary>
      <KeptForm
        key={key}
        {...form}
        saved={{ reason: "" }}
        aria-label={`Revoke ${name}`}
        className="mt-2 rounded-md border border-line bg-raised px-4 py-3.5"
      >
        {summary?.ok === false && <ErrorSummary errors={[{ message: summary.message, field }]} />}
        <input type="hidden" name="request" value={given.request} />
        <input type="hidden" name="grant" value={grant} />
        <TextField
          id={field}
          name="reason"
          label="Reason"
          hint="It stands in the history, with your name."
          required
          maxLength={500}
          autoComplete="off"
          defaultValue={refused?.typed.reason}
          error={refused?.fields.reason}
        />
        <Button tone="stop" disabled={isBusy}>
          Revoke the role
        </Button>
      </KeptForm>
    </details>
  );
}
