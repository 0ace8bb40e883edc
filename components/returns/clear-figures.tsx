import { useEffect, useRef, useState } from "react";
import { ReasonFields } from "#components/returns/reason-fields";
import type { Clearing } from "#components/returns/use-clearing";
import type { ReturnRows } from "#components/returns/use-return-rows";
import { Button } from "#components/ui/button";
import { actualWords } from "#lib/rules/actual";
import { noReason, readReason } from "#lib/rules/change-reason";

/** Asks before figures are cleared by a key, and names them. */
export function ClearFigures({ clearing, grid }: { clearing: Clearing; grid: ReturnRows }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const keep = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    dialog.current?.showModal();
    keep.current?.focus();
  }, []);
  const [reason, setReason] = useState(noReason);
  const [wrong, setWrong] = useState<string | null>(null);
  const { rows } = clearing;
  const asks = rows.flatMap(({ indicatorId, ref }) => {
    const words = grid.states[indicatorId]?.asksWhy;
    return words ? [`${ref}: ${words}`] : [];
  });
  const what = rows.length === 1 ? rows[0]?.ref : `${rows.length} figures`;
  const close = () => dialog.current?.close();
  return (
    <dialog ref={dialog} className="ask" aria-labelledby="ask-title" onClose={clearing.close}>
      <h2 id="ask-title">Clear {what}?</h2>
      <ul>
        {rows.map(({ indicatorId, ref }) => (
          <li key={indicatorId}>
            <b>{ref}</b> {actualWords(grid.states[indicatorId]?.content ?? null)}
          </li>
        ))}
      </ul>
      <p>Takes back what was recorded, with its note, so that nobody has said anything. The history keeps it.</p>
      {asks.length > 0 && (
        <ReasonFields
          asks={asks.join(" ")}
          given={reason}
          change={(given) => setReason({ ...reason, ...given })}
          isWrong={wrong !== null}
        />
      )}
      {wrong && (
        <p role="alert" className="font-semibold text-stop">
          {wrong}
        </p>
      )}
      <p className="flex flex-wrap gap-2">
        <Button
          type="button"
          tone="stop"
          onClick={() => {
            const reading = readReason(reason);
            const isMissing = reading.ok && reading.reason === null && asks.length > 0;
            if (!reading.ok || isMissing) return setWrong(reading.ok ? "Say why it is taken back." : reading.message);
            clearing.clear(reason);
            close();
          }}
        >
          Clear {what}
        </Button>
        <Button ref={keep} type="button" tone="quiet" onClick={close}>
          {rows.length === 1 ? "Keep it" : "Keep them"}
        </Button>
      </p>
    </dialog>
  );
}
