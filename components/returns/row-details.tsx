import { useState } from "react";
import { RowClear } from "#components/returns/row-clear";
import { RowParts } from "#components/returns/row-parts";
import type { ReturnRows } from "#components/returns/use-return-rows";
import { useSelfSaving } from "#components/returns/use-self-saving";
import { Button } from "#components/ui/button";
import type { ReturnRow } from "#lib/returns/return-row";
import { saysNothing, type TypedActual } from "#lib/rules/actual";
import { missingWords } from "#lib/rules/missing-words";
import type { RowState } from "#lib/rules/row-state";
import { redactedBefore } from "#lib/rules/without-mark";

const reasons = [["", "no reason given"], ...Object.entries(missingWords)] as const;

/**
 * Behind a button, because few rows need it: without a script the button sends the form, which comes back with the row
 * opened. What else a row can say: why there is no figure, of what it is a part, how sure it is,
 * a note; and taking it back.
 */
export function RowDetails({
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
  /** The row asks already why its figure changes. */
  isWhyAsked: boolean;
}) {
  const id = row.indicatorId;
  const [chosen, setIsOpen] = useState<boolean | null>(null);
  const isOpen = chosen ?? grid.isOpened(id);
  const { typed, was } = state;
  const redacted = state.content?.redacted;
  const type = (change: Partial<TypedActual>) => grid.type(id, change);
  const saving = useSelfSaving(grid, id);

  return (
    <>
      <button
        className="disclose"
        name="open"
        value={name}
        aria-expanded={isOpen}
        onClick={(event) => {
          event.preventDefault();
          setIsOpen(!isOpen);
        }}
      >
        {saysNothing(was) ? "Say why there is none, and more" : "Note, flags and more"}
        <span className="sr-only">{` for ${row.ref}`}</span>
      </button>
      {isOpen && (
        <div className="more" {...saving}>
          <input type="hidden" name={`${name}.more`} value="on" />
          <label>
            <b>There is no figure, because it is</b>
            <select
              name={`${name}.missing`}
              value={typed.missing}
              onChange={({ target }) =>
                type(
                  target.value
                    ? {
                        missing: target.value,
                        value: "",
                        numerator: "",
                        denominator: "",
                        provisional: false,
                        estimated: false,
                      }
                    : { missing: "" },
                )
              }
            >
              {reasons.map(([value, words]) => (
                <option key={value} value={value}>
                  {words.replace(/^./, (first) => first.toUpperCase())}
                </option>
              ))}
            </select>
          </label>
          {row.unit === "percent" && <RowParts row={row} name={name} typed={typed} type={type} />}
          <p>
            {(["provisional", "estimated"] as const).map((flag) => (
              <label key={flag}>
                <input
                  type="checkbox"
                  name={`${name}.${flag}`}
                  checked={typed[flag]}
                  onChange={({ target }) => type({ [flag]: target.checked })}
                />
                {flag === "provisional" ? "Provisional [p]" : "Estimated [e]"}
              </label>
            ))}
          </p>
          <label>
            <b>Note</b>
            <textarea
              name={`${name}.note`}
              value={typed.note}
              aria-describedby={redacted ? `${name}-redacted` : undefined}
              onChange={({ target }) => type({ note: target.value })}
              rows={2}
            />
          </label>
          {redacted && <p id={`${name}-redacted`}>{redactedBefore(redacted)}</p>}
          <div>
            <Button
              tone="quiet"
              onClick={(event) => {
                event.preventDefault();
                grid.save(id);
              }}
            >
              {`Save ${row.ref}`}
            </Button>
            {!saysNothing(was) && <RowClear row={row} name={name} state={state} grid={grid} isWhyAsked={isWhyAsked} />}
          </div>
        </div>
      )}
    </>
  );
}
