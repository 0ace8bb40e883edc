"use client";

import { KeptForm } from "#components/kept/kept-form";
import { useVerbForm } from "#components/kept/use-verb-form";
import { Button } from "#components/ui/button";
import { TextField } from "#components/ui/field";
import { RefusedSummary } from "#components/ui/refused-summary";
import { saveViewAction } from "#lib/history/views/actions";

/** Saves what `asked`, the search of an address, filters the history by. */
export function SaveViewForm({ asked, request }: { asked: string; request: string }) {
  const { key, form, given, refused, summary, isBusy } = useVerbForm(saveViewAction, `view ${asked}`, { request });
  return (
    <KeptForm key={key} {...form} saved={{ name: "" }} aria-label="Save a view" className="max-w-xl">
      <RefusedSummary result={summary} />
      <input type="hidden" name="request" value={given.request} />
      <input type="hidden" name="asked" value={asked} />
      <TextField
        name="name"
        label="What you call it"
        hint="Its name and its filters stand in the history, as all that is done here: name no child."
        required
        maxLength={60}
        autoComplete="off"
        defaultValue={refused?.typed.name}
        error={refused?.fields.name}
      />
      <Button disabled={isBusy}>Save the view</Button>
    </KeptForm>
  );
}
