"use client";

import { KeptForm } from "#components/kept/kept-form";
import { useVerbForm } from "#components/kept/use-verb-form";
import { Button } from "#components/ui/button";
import { ErrorSummary } from "#components/ui/error-summary";
import { TextField } from "#components/ui/field";
import {
  disablePersonAction,
  resetSecondFactorAction,
  revokeRoleAction,
  withdrawInvitationAction,
} from "#lib/people/actions";
import { apart } from "#lib/rules/direction";

const kinds = {
  disable: { action: disablePersonAction, of: "person", opens: "Disable", button: "Disable this person" },
  withdraw: {
    action: withdrawInvitationAction,
    of: "person",
    opens: "Withdraw the invitation",
    button: "Withdraw the invitation",
  },
  reset: {
    action: resetSecondFactorAction,
    of: "person",
    opens: "Reset the second factor",
    button: "Reset the second factor",
  },
  revoke: { action: revokeRoleAction, of: "grant", opens: "Revoke", button: "Revoke the role" },
  "withdraw role": { action: revokeRoleAction, of: "grant", opens: "Withdraw", button: "Withdraw the role" },
};

/** What takes something from a person, with a reason: of whom or what it is the id, and by what name where there are several. */
export function WhyForm({
  kind,
  id,
  name,
  days,
  request,
}: {
  kind: keyof typeof kinds;
  id: string;
  name?: string;
  /** Where it may be taken with the end of a day, between which. */
  days?: { min: string; max: string | null };
  request: string;
}) {
  const { action, of, opens, button } = kinds[kind];
  const { key, form, given, refused, summary, isBusy } = useVerbForm(action, `${kind} ${id}`, { request });
  const field = `${kind.replace(" ", "-")}-${id}`;
  const until = `until-${id}`;
  return (
    <details open={refused !== null}>
      <summary className="min-h-6 text-stop underline underline-offset-3">
        {opens}
        {name && <span className="sr-only"> {name}</span>}
      </summary>
      <KeptForm
        key={key}
        {...form}
        saved={days ? { reason: "", until: "" } : { reason: "" }}
        aria-label={name ? `${opens} ${apart(name)}` : opens}
        className="mt-2 max-w-xl rounded-md border border-line bg-raised px-4 py-3.5"
      >
        {summary?.ok === false && (
          <ErrorSummary errors={[{ message: summary.message, field: summary.fields.until ? until : field }]} />
        )}
        <input type="hidden" name="request" value={given.request} />
        <input type="hidden" name={of} value={id} />
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
        {days && (
          <TextField
            id={until}
            name="until"
            label="Last day"
            hint="Left empty, it ends now."
            type="date"
            min={days.min}
            max={days.max ?? undefined}
            className="max-w-48!"
            defaultValue={refused?.typed.until}
            error={refused?.fields.until}
          />
        )}
        <Button tone="stop" disabled={isBusy}>
          {button}
        </Button>
      </KeptForm>
    </details>
  );
}
