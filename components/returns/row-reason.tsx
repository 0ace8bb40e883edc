import { flushSync } from "react-dom";
import { cellOf, goOnFrom, selectCell } from "#components/returns/move-in-column";
import { ReasonFields } from "#components/returns/reason-fields";
import type { ReturnRows } from "#components/returns/use-return-rows";
import { Button } from "#components/ui/button";
import type { ReturnRow } from "#lib/returns/return-row";
import { isRubbedOut, type RowState } from "#lib/rules/row-state";

/** Asks a row why its figure changes, as soon as another is typed. Enter saves and goes on, Esc brings the saved one back. */
export function RowReason({
  row,
  name,
  state,
  grid,
}: {
  row: ReturnRow;
  name: string;
  state: RowState;
  grid: ReturnRows;
}) {
  const id = row.indicatorId;
  const saveAndGoOn = () => {
    if (grid.save(id)) goOnFrom(id, { on: true });
  };
  return (
    <ReasonFields
      asks={`${row.ref}: ${state.asksWhy}`}
      given={state.typed}
      change={(reason) => grid.type(id, reason)}
      name={name}
      isWrong={state.status === "refused" && state.field === "because"}
      onKeyDown={(event) => {
        if (event.key !== "Escape" && !(event.key === "Enter" && event.target instanceof HTMLInputElement)) return;
        event.preventDefault();
        if (event.key === "Enter") return saveAndGoOn();
        flushSync(() => grid.undo(id));
        selectCell(cellOf(id));
      }}
    >
      {!isRubbedOut(state) && (
        <Button
          tone="quiet"
          onClick={(event) => {
            event.preventDefault();
            saveAndGoOn();
          }}
        >
          {`Save ${row.ref} with its reason`}
        </Button>
      )}
    </ReasonFields>
  );
}
