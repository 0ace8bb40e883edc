import type { ReturnRows } from "#components/returns/use-return-rows";
import { Button } from "#components/ui/button";
import type { ReturnRow } from "#lib/returns/return-row";
import { actualWords, saysNothing } from "#lib/rules/actual";
import { isChanged, isRubbedOut, type RowState } from "#lib/rules/row-state";

const small = "min-h-8 px-2.5 py-0.5 text-sm";

/** What the row says of itself: saved and when, not saved and why, or whose figure to keep. */
export function RowSaying({ row, state, grid }: { row: ReturnRow; state: RowState; grid: ReturnRows }) {
  const id = row.indicatorId;
  const choose = (choice: string, act: () => void) => ({
    name: `${id}.choice`,
    value: choice,
    onClick: (event: { preventDefault: () => void }) => {
      event.preventDefault();
      act();
    },
  });
  return (
    <div id={`${id}.saying`} className="grid justify-items-start gap-1.5">
      {row.whyNot !== null && <p className="text-soft">{row.whyNot}</p>}
      {row.whyNot === null && <p className="text-soft">{stateWords(state)}</p>}
      {state.status === "conflict" && <p className="font-semibold text-stop">{state.message}</p>}
      {state.theirs && (
        <p className="flex flex-wrap gap-2">
          <Button tone="quiet" className={small} {...choose("mine", () => grid.save(id, { keepMine: true }))}>
            Keep mine
          </Button>
          <Button tone="quiet" className={small} {...choose("theirs", () => grid.undo(id))}>
            Take theirs ({actualWords(state.theirs.content)})
          </Button>
        </p>
      )}
      {state.status === "refused" && isRubbedOut(state) && (
        <p className="flex flex-wrap gap-2">
          <Button tone="stop" className={small} {...choose("clear", () => grid.clear(id))}>
            Clear {actualWords(state.content)}
          </Button>
          <Button tone="quiet" className={small} {...choose("theirs", () => grid.undo(id))}>
            Keep {actualWords(state.content)}
          </Button>
        </p>
      )}
    </div>
  );
}

function stateWords(state: RowState): string {
  if (state.status === "saving") return "Saving…";
  if (state.status !== "quiet") return "Not saved";
  if (isChanged(state)) return "Not saved yet";
  if (!saysNothing(state.was)) return state.saved ?? "Saved";
  return state.saved ? `${state.saved}. Figure or reason needed` : "Figure or reason needed";
}
