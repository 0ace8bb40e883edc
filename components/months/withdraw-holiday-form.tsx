"use client";

import { useLedOn } from "#components/commentary/use-led-on";
import { KeptForm } from "#components/kept/kept-form";
import { isWaiting } from "#components/kept/reaching";
import { usePinned } from "#components/kept/use-pinned";
import { useSentAction } from "#components/kept/use-sent-action";
import { Button } from "#components/ui/button";
import { ErrorSummary } from "#components/ui/error-summary";
import { TextField } from "#components/ui/field";
import { withdrawBankHolidayAction } from "#lib/months/actions";

/** Takes back a day that the organisation added, with a reason. */
export function WithdrawHolidayForm({
  holiday,
  name,
  request: given,
}: {
  holiday: string;
  name: string;
  request: string;
}) {
  const [result, withdraw, isPending] = useSentAction(withdrawBankHolidayAction);
  const isLeading = useLedOn(result);
  const refused = result && !result.ok ? result : null;
  const of = `withdraw ${holiday}`;
  const { request, key } = usePinned(of, { request: given }, result);
  return (
    <details open={refused !== null}>
      <summary className="min-h-6 text-stop underline underline-offset-3">Withdraw {name}</summary>
      <KeptForm
        key={key}
        name={of}
        saved={{ reason: "" }}
        answer={result}
        isSending={isPending || isLeading}
        aria-label={`Withdraw ${name}`}
        action={withdraw}
        className="mt-2 rounded-md border border-line bg-raised px-4 py-3.5"
      >
        {refused && !isWaiting(refused) && (
          <ErrorSummary errors={[{ message: refused.message, field: `reason-${holiday}` }]} />
        )}
        <input type="hidden" name="request" value={request} />
        <input type="hidden" name="holiday" value={holiday} />
        <TextField
          id={`reason-${holiday}`}
          name="reason"
          label={`Why ${name} is a working day after all`}
          required
          autoComplete="off"
          defaultValue={refused?.typed.reason}
          error={refused?.fields.reason}
        />
        <Button tone="stop" disabled={isPending || isLeading}>
          Withdraw the day
        </Button>
      </KeptForm>
    </details>
  );
}
