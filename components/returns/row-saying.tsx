import { flushSync } from "react-dom";
import { goOnFrom } from "#components/returns/move-in-column";
import { RowReason } from "#components/returns/row-reason";
import type { ReturnRows } from "#components/returns/use-return-rows";
import { Button } from "#components/ui/button";
import type { ReturnRow } from "#lib/returns/return-row";
import { actualWords, replacedParts, saysNothing } from "#lib/rules/actual";
import { isChanged, isRubbedOut, type RowState } from "#lib/rules/row-state";
import { offerWords } from "#lib/rules/typed-figure";

/** What the row says of itself: saved and when, not saved and why, or whose figure to keep. */
export function RowSaying({
  row,
  name,
  state,
  grid,
  isWhyAsked,
}: {
  row: ReturnRow;
  name: string;
  state: RowState;
  grid: ReturnRows;
  isWhyAsked: boolean;
}) {
  const id = row.indicatorId;
  /** Of a button that goes away once it is pressed: the focus goes on, or back to the figure. */
  const choosing = (act: () => boolean) => (event: { preventDefault: () => void }) => {
    event.preventDefault();
    goOnFrom(id, { on: flushSync(act) });
  };
  const choose = (choice: string, act: () => boolean) => ({
    name: `${name}.choice`,
    value: choice,
    onClick: choosing(act),
  });
  const takeSaved = () => {
    grid.undo(id);
    return false;
  };
  const clear = () => {
    grid.clear(id);
    return false;
  };
  return (
    <div id={`${name}.saying`} className="saying">
      <p>{row.whyNot ?? stateWords(state)}</p>
      {state.status === "waiting" && <p>{state.message}</p>}
      {state.status === "conflict" && <p className="font-semibold text-stop">{state.message}</p>}
      {isWhyAsked && <RowReason row={row} name={name} state={state} grid={grid} />}
      {state.theirs && (
        <p className="flex flex-wrap gap-2">
          <Button tone="quiet" {...choose("mine", () => grid.save(id, { keepMine: true }))}>
            Keep mine
          </Button>
          <Button tone="quiet" {...choose("theirs", takeSaved)}>
            Take what is saved ({actualWords(state.theirs.content)})
          </Button>
        </p>
      )}
      {state.status === "refused" && state.offers.length > 0 && (
        <p className="flex flex-wrap gap-2">
          {state.offers.map((offer) => (
            <Button
              key={offer}
              tone="quiet"
              name={`${name}.offer`}
              value={offer}
              onClick={choosing(() => grid.take(id, offer))}
            >
              {offer === state.typed.value.trim() ? `Yes, ${offer}` : offerWords(offer)}
            </Button>
          ))}
        </p>
      )}
      {state.status === "refused" && isRubbedOut(state) && (
        <p className="flex flex-wrap gap-2">
          <Button tone="stop" {...choose("clear", clear)}>
            Clear {actualWords(state.content)}
          </Button>
          <Button tone="quiet" {...choose("theirs", takeSaved)}>
            Keep {actualWords(state.content)}
          </Button>
        </p>
      )}
    </div>
  );
}

function stateWords(state: RowState): string {
  if (state.status === "saving") return "Saving…";
  if (state.status !== "quiet") {
    return saysNothing(state.was) ? "Not saved" : `Not saved: ${actualWords(state.content)} is still recorded`;
  }
  const parts = replacedParts(state.was, state.typed);
  if (isChanged(state)) return parts ? `Not saved yet. It replaces ${parts}` : "Not saved yet";
  if (!saysNothing(state.was)) return state.saved ?? "Saved";
  return state.saved ? `${state.saved}. Figure or reason needed` : "Figure or reason needed";
}
