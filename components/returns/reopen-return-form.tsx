"use client";

import { stopSummary } from "#components/commentary/stop-summary";
import { KeptForm } from "#components/kept/kept-form";
import { useVerbForm } from "#components/kept/use-verb-form";
import { type ReturnFormPlace, ReturnPlaceFields } from "#components/returns/return-place-fields";
import { Button } from "#components/ui/button";
import { CountedTextarea } from "#components/ui/counted-textarea";
import { TextField } from "#components/ui/field";
import { RefusedSummary } from "#components/ui/refused-summary";
import { reopenReturnAction } from "#lib/returns/actions";
import { longestReason } from "#lib/rules/longest";

/** Stands open where it was asked for, else folded away until it is wanted; refused, it keeps what was typed. */
export function ReopenReturnForm({
  seen,
  until,
  isAsked,
  ...place
}: ReturnFormPlace & { seen: string; until: string; isAsked: boolean }) {
  const { key, form, given, refused, summary, isBusy } = useVerbForm(
    reopenReturnAction,
    `reopen return ${place.scorecardId} ${place.teamId} ${place.month}`,
    { request: place.request, seen },
  );
  return (
    <details className="mt-4 max-w-3xl" open={isAsked || refused !== null}>
      <summary className={stopSummary}>Reopen the return</summary>
      <KeptForm
        key={key}
        {...form}
        saved={{ until, reason: "" }}
        aria-label="Reopen the return"
        className="mt-2 rounded-md border border-line bg-raised px-4 py-3.5"
      >
        <RefusedSummary result={summary} />
        <p className="mb-3">
          Its leads can change its figures and comments until then, and an approval lapses with the figure that it was
          given for. After that it is locked again by itself.
        </p>
        <ReturnPlaceFields {...place} request={given.request} />
        <input type="hidden" name="seen" value={given.seen} />
        <TextField
          type="datetime-local"
          name="until"
          label="Open until"
          required
          className="max-w-64!"
          defaultValue={refused?.typed.until ?? until}
          error={refused?.fields.until}
        />
        <CountedTextarea
          id="reason"
          name="reason"
          label={isAsked ? "What you want to add (optional)" : "Why it is reopened"}
          hint="It stands on the register, with your name."
          rows={3}
          required={!isAsked}
          most={longestReason}
          defaultValue={refused?.typed.reason}
          error={refused?.fields.reason}
        />
        <Button tone="stop" disabled={isBusy}>
          Reopen the return
        </Button>
      </KeptForm>
    </details>
  );
}
