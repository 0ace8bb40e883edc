"use client";

import { stopSummary } from "#components/commentary/stop-summary";
import { KeptForm } from "#components/kept/kept-form";
import { useVerbForm } from "#components/kept/use-verb-form";
import { Button } from "#components/ui/button";
import { CountedTextarea } from "#components/ui/counted-textarea";
import { RefusedSummary } from "#components/ui/refused-summary";
import { reopenMonthAction } from "#lib/months/actions";
import { longestReason } from "#lib/rules/longest";
import { type Month, monthName } from "#lib/rules/month";

/** Folded away until it is wanted; refused, it stands open with the reason as typed. */
export function ReopenForm({ scorecardId, month, request }: { scorecardId: string; month: Month; request: string }) {
  const { key, form, given, refused, summary, isBusy } = useVerbForm(
    reopenMonthAction,
    `reopen ${scorecardId} ${month}`,
    { request },
  );
  return (
    <details className="mt-4 max-w-3xl" open={refused !== null}>
      <summary className={stopSummary}>Reopen {monthName(month)}</summary>
      <KeptForm
        key={key}
        {...form}
        saved={{ reason: "" }}
        aria-label={`Reopen ${monthName(month)}`}
        className="mt-2 rounded-md border border-line bg-raised px-4 py-3.5"
      >
        <RefusedSummary result={summary} />
        <p className="mb-3">
          Its teams can change their figures and comments again, a submitted return’s once it is reopened too, and an
          approval lapses with the figure that it was given for.
        </p>
        <input type="hidden" name="request" value={given.request} />
        <input type="hidden" name="scorecard" value={scorecardId} />
        <input type="hidden" name="month" value={month} />
        <CountedTextarea
          id="reason"
          name="reason"
          label="Why it is opened again"
          hint="It stands in the history, with your name."
          rows={3}
          required
          most={longestReason}
          defaultValue={refused?.typed.reason}
          error={refused?.fields.reason}
        />
        <Button tone="stop" disabled={isBusy}>
          Reopen {monthName(month)}
        </Button>
      </KeptForm>
    </details>
  );
}
