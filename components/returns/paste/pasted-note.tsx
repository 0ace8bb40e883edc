"use client";

import { useEffect } from "react";
import { useSentAction } from "#components/kept/use-sent-action";
import { WrittenBy } from "#components/kept/written-by";
import { AsksList } from "#components/returns/asks-list";
import { ChangeReasonField } from "#components/returns/change-reason-field";
import { focusTakesPasteBack, isTextField, takesPasteBack } from "#components/returns/move-in-column";
import { useLoadedAnew } from "#components/returns/paste/use-loaded-anew";
import { Button } from "#components/ui/button";
import { TextField } from "#components/ui/field";
import { Note } from "#components/ui/note";
import { RefusedSummary } from "#components/ui/refused-summary";
import { takeBackActualsAction } from "#lib/actuals/actions";
import type { PasteSummary } from "#lib/actuals/pasted-rows";
import { historyKey } from "#lib/rules/cell-keys";
import type { Month } from "#lib/rules/month";

const figures = (count: number) => (count === 1 ? "1 figure" : `${count} figures`);
const list = new Intl.ListFormat("en-GB");
const listed = (refs: readonly string[]) => list.format([...new Set(refs)]);

/** What a paste recorded, and the way to take it back as one; afterwards, that it was. */
export function PastedNote({
  month,
  action,
  request,
  paste: { count, refs, at, standing, takenBack, changed, asks },
  isAgain,
}: {
  month: Month;
  action: string;
  request: string;
  paste: PasteSummary;
  /** Its block was sent with other choices after this was done. */
  isAgain: boolean;
}) {
  const [answer, takeBack, isSending] = useSentAction(takeBackActualsAction);
  const isBusy = useLoadedAnew(answer?.ok ? answer.value.next : null) || isSending;
  useEffect(() => {
    document.addEventListener("keydown", onUndo);
    return () => document.removeEventListener("keydown", onUndo);
  }, []);
  const refused = answer?.ok === false ? answer : null;
  const isAsked = asks.length > 0 || refused?.fields.because !== undefined;
  if (takenBack > 0) {
    return (
      <Note live="status">
        Taken back: {figures(takenBack)} as before the paste.
        {changed.length > 0 && ` Changed since, so left as now: ${listed(changed)}.`}
      </Note>
    );
  }
  return (
    <>
      <RefusedSummary result={answer} />
      <Note live="status">
        <p>
          {isAgain
            ? `This paste was already recorded at ${at}: ${listed(refs)}. What you chose of it since was not.`
            : `Recorded from the paste: ${figures(count)}.`}
        </p>
        {standing > 0 && (
          <form aria-label="Take the paste back" action={takeBack} className="mt-2">
            <WrittenBy answer={answer} />
            <input type="hidden" name="action" value={action} />
            <input type="hidden" name="month" value={month} />
            <input type="hidden" name="request" value={request} />
            {isAsked && (
              <>
                <AsksList asks={asks} />
                <ChangeReasonField label="Why they go back" defaultValue={refused?.typed.because} />
                <TextField name="why" label="In words" defaultValue={refused?.typed.why} autoComplete="off" />
              </>
            )}
            <Button id={takesPasteBack} tone="quiet" disabled={isBusy}>
              {standing === 1 ? "Take it back" : `Take back these ${standing}`}
            </Button>
            {changed.length > 0 && <p className="mt-1 text-sm">Changed since, and would stay: {listed(changed)}.</p>}
          </form>
        )}
      </Note>
    </>
  );
}

/** The focus stands here after a paste; to undo it is to take it back. */
function onUndo(event: KeyboardEvent): void {
  if (event.defaultPrevented || isTextField(event.target) || historyKey(event)?.does !== "undo") return;
  if (focusTakesPasteBack()) event.preventDefault();
}
