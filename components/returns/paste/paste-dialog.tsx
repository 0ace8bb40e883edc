import { useEffect, useRef } from "react";
import type { Start } from "#components/returns/paste/paste-box";
import { PasteFigures } from "#components/returns/paste/paste-figures";
import { Button } from "#components/ui/button";
import type { Month } from "#lib/rules/month";

/** What was pasted on a figure of the return, looked at over the return itself. */
export function PasteDialog({
  month,
  starts,
  pasted,
  close,
}: {
  month: Month;
  starts: readonly Start[];
  pasted: { start: string; block: string };
  close: () => void;
}) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} onClose={close} aria-labelledby="paste-title" className="paste">
      <div className="mb-3 flex flex-wrap items-center justify-between gap-2">
        <h2 id="paste-title" className="text-xl">
          Look at what you pasted
        </h2>
        <Button type="button" tone="quiet" onClick={() => dialog.current?.close()}>
          Back to the return
        </Button>
      </div>
      <PasteFigures month={month} starts={starts} pasted={pasted} />
    </dialog>
  );
}
