"use client";

import { KeptForm } from "#components/kept/kept-form";
import { useVerbForm } from "#components/kept/use-verb-form";
import { Button, LinkButton } from "#components/ui/button";
import { TextField } from "#components/ui/field";
import { RefusedSummary } from "#components/ui/refused-summary";
import { paths } from "#lib/paths";
import { endPersonSessionsAction } from "#lib/people/actions";

export function EndPersonSessionsForm({ personId, request }: { personId: string; request: string }) {
  const { key, form, given, refused, summary, isBusy } = useVerbForm(
    endPersonSessionsAction,
    `end sessions ${personId}`,
    { request },
  );
  return (
    <KeptForm key={key} {...form} saved={{ reason: "" }} aria-label="End all sessions" className="max-w-xl">
      <RefusedSummary result={summary} />
      <input type="hidden" name="request" value={given.request} />
      <input type="hidden" name="person" value={personId} />
      <TextField
        name="reason"
        label="Why"
        hint="It stands in the history, with your name."
        required
        maxLength={500}
        autoComplete="off"
        defaultValue={refused?.typed.reason}
        error={refused?.fields.reason}
      />
      <div className="flex flex-wrap gap-3">
        <Button type="submit" tone="stop" disabled={isBusy}>
          End all sessions
        </Button>
        <LinkButton href={paths.people()}>Cancel</LinkButton>
      </div>
    </KeptForm>
  );
}
