"use client";

import type { ReactNode } from "react";
import { Button } from "#components/ui/button";
import { CountedTextarea } from "#components/ui/counted-textarea";
import type { Refused } from "#lib/actions/result";
import { longestReason } from "#lib/rules/commenting";

/** A summary that looks like the button it stands for: it opens a step that cannot be taken by one press. */
export const stopSummary =
  "flex min-h-9 w-fit items-center rounded-md border border-stop bg-raised px-3.5 py-1.5 font-semibold text-stop hover:bg-stop-wash";

/** A decision that takes a reason, folded away until it is wanted; refused, it stands open with the reason as typed. */
export function ReasonForm({
  send,
  isSending,
  refused,
  revision,
  request,
  name,
  opens,
  hint,
  button,
  children,
}: {
  send: (form: FormData) => void;
  isSending: boolean;
  refused: Refused | null;
  revision: string;
  request: string;
  /** What is decided, which also makes the field's id. */
  name: string;
  opens: string;
  hint: string;
  button: string;
  children?: ReactNode;
}) {
  return (
    <details className="max-w-3xl" open={refused !== null}>
      <summary className={stopSummary}>{opens}</summary>
      <form action={send} className="mt-2 rounded-md border border-line bg-raised px-4 py-3.5">
        {children}
        <CountedTextarea
          id={`${name}-reason`}
          name="reason"
          label="Reason"
          hint={hint}
          rows={3}
          required
          most={longestReason}
          defaultValue={refused?.typed.reason}
          error={refused?.fields.reason}
        />
        <input type="hidden" name="revision" value={revision} />
        <input type="hidden" name="request" value={request} />
        <Button tone="stop" disabled={isSending}>
          {button}
        </Button>
      </form>
    </details>
  );
}
