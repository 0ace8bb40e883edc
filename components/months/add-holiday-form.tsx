"use client";

import { useLedOn } from "#components/commentary/use-led-on";
import { KeptForm } from "#components/kept/kept-form";
import { isWaiting } from "#components/kept/reaching";
import { usePinned } from "#components/kept/use-pinned";
import { useSentAction } from "#components/kept/use-sent-action";
import { Button } from "#components/ui/button";
import { TextField } from "#components/ui/field";
import { RefusedSummary } from "#components/ui/refused-summary";
import { addBankHolidayAction } from "#lib/months/actions";

export function AddHolidayForm({ request: given }: { request: string }) {
  const [result, add, isPending] = useSentAction(addBankHolidayAction);
  const isLeading = useLedOn(result);
  const refused = result && !result.ok ? result : null;
  const name = "bank holiday";
  const { request, key } = usePinned(name, { request: given }, result);
  return (
    <KeptForm
      key={key}
      name={name}
      saved={{ day: "", name: "" }}
      answer={result}
      isSending={isPending || isLeading}
      aria-label="Add a bank holiday"
      action={add}
      className="max-w-xl"
    >
      <RefusedSummary result={isWaiting(result) ? null : result} />
      <input type="hidden" name="request" value={request} />
      <TextField
        type="date"
        name="day"
        label="Day"
        required
        className="max-w-56!"
        defaultValue={refused?.typed.day}
        error={refused?.fields.day}
      />
      <TextField
        name="name"
        label="What it is called"
        required
        maxLength={100}
        autoComplete="off"
        defaultValue={refused?.typed.name}
        error={refused?.fields.name}
      />
      <Button tone="quiet" disabled={isPending || isLeading}>
        Add the day
      </Button>
    </KeptForm>
  );
}
