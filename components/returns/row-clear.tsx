import { flushSync } from "react-dom";
import { goOnFrom } from "#components/returns/move-in-column";
import { ReasonFields } from "#components/returns/reason-fields";
import type { ReturnRows } from "#components/returns/use-return-rows";
import { Button } from "#components/ui/button";
import type { ReturnRow } from "#lib/returns/return-row";
import { actualWords } from "#lib/rules/actual";
import { isChanged, type RowState } from "#lib/rules/row-state";

/** Taking back what was recorded: opened first, so that it is never done by one click. */
export function RowClear({
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
  const isRefused = state.status === "refused" && state.field === "because" && !isChanged(state);
  return (
    <details open={isRefused || undefined}>
      <summary>{`Clear ${row.ref}…`}</summary>
      <p className="my-1">
        Takes back {actualWords(state.content)}, with its note, so that nobody has said anything. The history keeps it.
      </p>
      {state.asksWhy && !isWhyAsked && (
        <ReasonFields
          asks={`${row.ref}: ${state.asksWhy}`}
          given={state.typed}
          change={(reason) => grid.type(id, reason)}
          name={name}
          isWrong={isRefused}
        />
      )}
      <Button
        tone="stop"
        name={`${name}.choice`}
        value="clear"
        onClick={(event) => {
          event.preventDefault();
          flushSync(() => grid.clear(id));
          if (grid.stateOf(id)?.status === "saving") goOnFrom(id, { on: false });
        }}
      >
        Clear {row.ref}
      </Button>
    </details>
  );
}
