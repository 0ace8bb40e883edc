"use client";

import { KeptForm } from "#components/kept/kept-form";
import { useVerbForm } from "#components/kept/use-verb-form";
import { Button } from "#components/ui/button";
import { TextField } from "#components/ui/field";
import { RefusedSummary } from "#components/ui/refused-summary";
import { addBankHolidayAction } from "#lib/months/actions";

export function AddHolidayForm({ request }: { request: string }) {
  const { key, form, given, refused, summary, isBusy } = useVerbForm(addBankHolidayAction, "bank holiday", { request });
  return (
    <KeptForm key={key} {...form} saved={{ day: "", name: "" }} aria-label="Add a bank holiday" className="max-w-xl">
      <RefusedSummary result={summary} />
      <input type="hidden" name="request" value={given.request} />
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
      <Button tone="quiet" disabled={isBusy}>
        Add the day
      </Button>
    </KeptForm>
  );
}
