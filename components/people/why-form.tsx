"use client";

import { KeptForm } from "#components/kept/kept-form";
import { useVerbForm } from "#components/kept/use-verb-form";
import { Button } from "#components/ui/button";
import { ErrorSummary } from "#components/ui/error-summary";
import { TextField } from "#components/ui/field";
import { disablePersonAction, withdrawInvitationAction } from "#lib/people/actions";

const kinds = {
  disable: { action: disablePersonAction, label: "Disable", button: "Disable this person" },
  withdraw: { action: withdrawInvitationAction, label: "Withdraw the invitation", button: "Withdraw the invitation" },
};

/** What takes something from a person, with a reason. */
export function WhyForm({ kind, person, request }: { kind: keyof typeof kinds; person: string; request: string }) {
  const { action, label, button } = kinds[kind];
  const { key, form, given, refused, summary, isBusy } = useVerbForm(action, `${kind} ${person}`, { request });
  const field = `${kind}-reason`;
  return (
    <details open={refused !== null}>
      <summary className="min-h-9 py-1.5 text-stop underline underline-offset-3">{label}</summary>
      <KeptForm key={key} {...form} saved={{ reason: "" }} aria-label={label} className="mt-2 max-w-xl">
        {summary?.ok === false && <ErrorSummary errors={[{ message: summary.message, field }]} />}
        <input type="hidden" name="request" value={given.request} />
        <input type="hidden" name="person" value={person} />
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
          {button}
        </Button>
      </KeptForm>
    </details>
  );
}
