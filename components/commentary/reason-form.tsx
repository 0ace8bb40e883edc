"use client";

import type { ReactNode } from "react";
import { reasonName } from "#components/commentary/gone-reasons";
import { InNameOf } from "#components/commentary/in-name-of";
import { stopSummary } from "#components/commentary/stop-summary";
import { KeptForm } from "#components/kept/kept-form";
import { usePinned } from "#components/kept/use-pinned";
import { Button } from "#components/ui/button";
import { CountedTextarea } from "#components/ui/counted-textarea";
import type { Refused, Result } from "#lib/actions/result";
import { longestReason } from "#lib/rules/longest";

/** A decision that takes a reason, folded away until it is wanted; refused, it stands open with the reason as typed. */
export function ReasonForm({
  send,
  isSending,
  answer,
  revision,
  inNameOf,
  queue,
  name,
  opens,
  hint,
  button,
  children,
  ...page
}: {
  send: (form: FormData) => void;
  isSending: boolean;
  answer: Result<unknown> | null;
  revision: string;
  /** For whom a deputy decides. */
  inNameOf: string | undefined;
  request: string;
  /** The part of the queue it is decided in. */
  queue: string;
  /** What is decided, which also makes the field's id. */
  name: "return" | "withdraw";
  opens: string;
  hint: string;
  button: string;
  children?: ReactNode;
}) {
  const of = reasonName(name, revision);
  const { request, key } = usePinned(of, { request: page.request }, answer);
  const refused = refusedOf(answer, revision);
  return (
    <details className="max-w-3xl" open={refused !== null}>
      <summary className={stopSummary}>{opens}</summary>
      <KeptForm
        aria-label={button}
        key={key}
        name={of}
        saved={{ reason: "" }}
        answer={refused ?? (answer?.ok ? answer : null)}
        action={send}
        isSending={isSending}
        className="mt-2 rounded-md border border-line bg-raised px-4 py-3.5"
      >
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
        <InNameOf head={inNameOf} />
        <input type="hidden" name="revision" value={revision} />
        <input type="hidden" name="request" value={request} />
        <input type="hidden" name="queue" value={queue} />
        <Button tone="stop" disabled={isSending}>
          {button}
        </Button>
      </KeptForm>
    </details>
  );
}

/** What was typed belongs to the revision it was typed for, and not to one that took its place. */
function refusedOf(answer: Result<unknown> | null, revision: string): Refused | null {
  return answer?.ok === false && answer.typed.revision === revision ? answer : null;
}
