"use client";

import { KeptForm } from "#components/kept/kept-form";
import { useVerbForm } from "#components/kept/use-verb-form";
import { Button } from "#components/ui/button";
import { ErrorSummary } from "#components/ui/error-summary";
import { TextField } from "#components/ui/field";
import { withdrawBankHolidayAction } from "#lib/months/actions";

/** Takes back a day that the organisation added, with a reason. */
export function WithdrawHolidayForm({ holiday, name, request }: { holiday: string; name: string; request: string }) {
  const { key, form, given, refused, summary, isBusy } = useVerbForm(withdrawBankHolidayAction, `withdraw ${holiday}`, {
    request,
  });
  return (
    <details open={refused !== null}>
      <summary className="min-h-6 text-stop underline underline-offset-3">Withdraw {name}</summary>
      <KeptForm
        key={key}
        {...form}
        saved={{ reason: "" }}
        aria-label={`Withdraw ${name}`}
        className="mt-2 rounded-md border border-line bg-raised px-4 py-3.5"
      >
        {summary?.ok === false && <ErrorSummary errors={[{ message: summary.message, field: `reason-${holiday}` }]} />}
        <input type="hidden" name="request" value={given.request} />
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
        <Button tone="stop" disabled={isBusy}>
          Withdraw the day
        </Button>
      </KeptForm>
    </details>
  );
}
