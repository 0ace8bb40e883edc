"use client";

import { useLedOn } from "#components/commentary/use-led-on";
import { KeptForm } from "#components/kept/kept-form";
import { isWaiting } from "#components/kept/reaching";
import { usePinned } from "#components/kept/use-pinned";
import { useSentAction } from "#components/kept/use-sent-action";
import { Button } from "#components/ui/button";
import { ErrorSummary } from "#components/ui/error-summary";
import { TextField } from "#components/ui/field";
import { disablePersonAction, withdrawInvitationAction } from "#lib/people/actions";

const kinds = {
  disable: { action: disablePersonAction, label: "Disable", button: "Disable this person" },
  withdraw: { action: withdrawInvitationAction, label: "Withdraw the invitation", button: "Withdraw the invitation" },
};

/** What takes something from a person, with a reason. */
export function WhyForm({
  kind,
  person,
  request: given,
}: {
  kind: keyof typeof kinds;
  person: string;
  request: string;
}) {
  const { action, label, button } = kinds[kind];
  const [result, send, isPending] = useSentAction(action);
  const isLeading = useLedOn(result);
  const refused = result && !result.ok ? result : null;
  const of = `${kind} ${person}`;
  const field = `${kind}-reason`;
  const { request, key } = usePinned(of, { request: given }, result);
  return (
    <details open={refused !== null}>
      <summary className="min-h-9 py-1.5 text-stop underline underline-offset-3">{label}</summary>
      <KeptForm
        key={key}
        name={of}
        saved={{ reason: "" }}
        answer={result}
        isSending={isPending || isLeading}
        aria-label={label}
        action={send}
        className="mt-2 max-w-xl"
      >
        {refused && !isWaiting(refused) && <ErrorSummary errors={[{ message: refused.message, field }]} />}
        <input type="hidden" name="request" value={request} />
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
        <Button tone="stop" disabled={isPending || isLeading}>
          {button}
        </Button>
      </KeptForm>
    </details>
  );
}
