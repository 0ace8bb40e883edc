import type { MouseEvent } from "react";
import { selectCell } from "#components/returns/move-in-column";
import type { GridKeys } from "#components/returns/use-grid-keys";
import type { ReturnRows } from "#components/returns/use-return-rows";
import type { ReturnRow } from "#lib/returns/return-row";
import { actualWords } from "#lib/rules/actual";
import { cellText } from "#lib/rules/cell-text";
import { wasField } from "#lib/rules/return-row";
import type { RowState } from "#lib/rules/row-state";

/** The cell that one types in, with what the server must know of its row; where one may not, what it says. */
export function FigureCell({
  label,
  name,
  row,
  state,
  grid,
  keys,
}: {
  label: string;
  name: string;
  row: ReturnRow;
  state: RowState;
  grid: ReturnRows;
  keys: GridKeys;
}) {
  const id = row.indicatorId;
  if (row.whyNot !== null) return <span className="font-semibold">{actualWords(row.actual)}</span>;
  const isWrong = state.message !== null && state.status !== "waiting" && state.field === "value";
  return (
    <>
      <input type="hidden" name={`${name}.indicator`} value={id} />
      <input type="hidden" name={`${name}.seen`} value={state.seen} />
      <input type="hidden" name={`${name}.request`} value={state.request} />
      <input type="hidden" name={`${name}.was`} value={wasField(state.was)} />
      {state.theirs && <input type="hidden" name={`${name}.theirs`} value={state.theirs.version} />}
      <input
        data-cell=""
        id={`${name}.value`}
        name={`${name}.value`}
        value={cellText(state.typed)}
        onChange={(event) => grid.type(id, { value: event.target.value, missing: "" })}
        onKeyDown={(event) => keys.onCell(event, row)}
        onBlur={() => grid.save(id)}
        onMouseDown={selectWhole}
        inputMode="decimal"
        aria-label={label}
        aria-describedby={`${name}.error ${name}.saying ${name}.why`}
        aria-invalid={isWrong || undefined}
      />
    </>
  );
}

/** The first click selects the figure, so that what is typed takes its place; the next puts the caret where it is clicked. */
function selectWhole(event: MouseEvent<HTMLInputElement>): void {
  const { currentTarget: cell, button, shiftKey } = event;
  if (button !== 0 || shiftKey || document.activeElement === cell) return;
  event.preventDefault();
  selectCell(cell);
}
