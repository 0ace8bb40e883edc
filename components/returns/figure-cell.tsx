import { cellKeys } from "#components/returns/move-in-column";
import type { ReturnRows } from "#components/returns/use-return-rows";
import type { ReturnRow } from "#lib/returns/return-row";
import { actualWords } from "#lib/rules/actual";
import type { RowState } from "#lib/rules/row-state";

/** The cell that one types in, with what the server must know of its row; where one may not, what it says. */
export function FigureCell({
  label,
  row,
  state,
  grid,
}: {
  label: string;
  row: ReturnRow;
  state: RowState;
  grid: ReturnRows;
}) {
  const id = row.indicatorId;
  if (row.whyNot !== null) return <span className="font-semibold">{actualWords(row.actual)}</span>;
  const isWrong = state.message !== null && state.field === "value";
  return (
    <>
      <input type="hidden" name={`${id}.seen`} value={state.seen} />
      <input type="hidden" name={`${id}.request`} value={state.request} />
      <input type="hidden" name={`${id}.was`} value={JSON.stringify(state.was)} />
      {state.theirs && <input type="hidden" name={`${id}.theirs`} value={state.theirs.version} />}
      <input
        data-cell
        id={`${id}.value`}
        name={`${id}.value`}
        value={state.typed.value}
        onChange={(event) => grid.type(id, { value: event.target.value })}
        onKeyDown={(event) => cellKeys(event, { save: () => grid.save(id), undo: () => grid.undo(id) })}
        onBlur={() => grid.save(id)}
        inputMode="decimal"
        autoComplete="off"
        aria-label={label}
        aria-describedby={`${id}.error ${id}.saying ${id}.why`}
        aria-invalid={isWrong || undefined}
        className={`w-24 scroll-my-16 rounded-md border-[1.5px] bg-raised px-2 py-1 text-right font-semibold text-ink ${isWrong ? "border-stop" : "border-edge"}`}
      />
    </>
  );
}
