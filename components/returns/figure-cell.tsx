import { cellKeys } from "#components/returns/move-in-column";
import type { ReturnRows } from "#components/returns/use-return-rows";
import { missingSymbols } from "#db/vocabulary";
import type { ReturnRow } from "#lib/returns/return-row";
import { actualWords, type TypedActual } from "#lib/rules/actual";
import { wasField } from "#lib/rules/return-row";
import type { RowState } from "#lib/rules/row-state";
import { symbolText } from "#lib/rules/typed-figure";

/** A reason stands in the cell as its symbol. */
const cellText = ({ value, missing }: TypedActual) =>
  missingSymbols.flatMap((symbol) => (value === "" && symbol === missing ? [symbolText(symbol)] : []))[0] ?? value;

/** The cell that one types in, with what the server must know of its row; where one may not, what it says. */
export function FigureCell({
  label,
  name,
  row,
  state,
  grid,
}: {
  label: string;
  name: string;
  row: ReturnRow;
  state: RowState;
  grid: ReturnRows;
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
        onKeyDown={(event) => cellKeys(event, { save: () => grid.save(id), undo: () => grid.undo(id) })}
        onBlur={() => grid.save(id)}
        inputMode="decimal"
        aria-label={label}
        aria-describedby={`${name}.error ${name}.saying ${name}.why`}
        aria-invalid={isWrong || undefined}
      />
    </>
  );
}
