"use client";

import type { ReactNode } from "react";
import { useLedOn } from "#components/kept/use-led-on";
import { useSentAction } from "#components/kept/use-sent-action";
import { useShownAnew } from "#components/kept/use-shown-anew";
import { WrittenBy } from "#components/kept/written-by";
import { Button } from "#components/ui/button";
import { ErrorSummary } from "#components/ui/error-summary";
import { Note } from "#components/ui/note";
import { approveSeveralAction } from "#lib/commentary/actions";

type Each = { revision: string; message: string };

/** Several comments under one button: each that is ticked is approved by itself, and what was refused is said one by one. */
export function TogetherForm({
  queue,
  mayTick,
  children,
}: {
  queue: string;
  /** Whether there is anything to tick; what became of the last ones is said in any case. */
  mayTick: boolean;
  children: ReactNode;
}) {
  const [answer, send, isSending] = useSentAction(approveSeveralAction);
  const isLeading = useLedOn(answer);
  const some = answer?.ok && answer.value.refused.length > 0 ? answer.value : null;
  const none = answer?.ok === false ? (answer.details.refused as Each[] | undefined) : undefined;
  useShownAnew(some ?? none);
  const each = some?.refused ?? none ?? (answer?.ok === false ? [answer] : []);
  return (
    <form aria-label="Approve several" action={send}>
      <WrittenBy answer={answer} />
      <input type="hidden" name="queue" value={queue} />
      {some && (
        <Note live="alert">
          {some.approved} {some.approved === 1 ? "comment was" : "comments were"} approved, each by itself.
        </Note>
      )}
      <ErrorSummary
        errors={each.map(({ message }) => ({ message }))}
        title={some ? "These were not approved" : "Nothing was approved"}
      />
      {children}
      {mayTick && (
        <p className="mt-5 flex flex-wrap items-center gap-x-4 gap-y-2 print:hidden">
          <Button disabled={isSending || isLeading}>Approve those ticked</Button>
          <span className="text-sm text-soft">
            Each is approved by itself, for the figure beside it, and entered by itself.
          </span>
        </p>
      )}
    </form>
  );
}
