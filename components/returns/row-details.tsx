import { RowClear } from "#components/returns/row-clear";
import { detailBox, RowParts } from "#components/returns/row-parts";
import type { ReturnRows } from "#components/returns/use-return-rows";
import { Button } from "#components/ui/button";
import type { ReturnRow } from "#lib/returns/return-row";
import { saysNothing, type TypedActual } from "#lib/rules/actual";
import { missingWords } from "#lib/rules/missing-words";
import type { RowState } from "#lib/rules/row-state";

const reasons = [["", "no reason given"], ...Object.entries(missingWords)] as const;

/** What else a row can say: why there is no figure, of what it is a part, how sure it is, a note; and taking it back. */
export function RowDetails({ row, state, grid }: { row: ReturnRow; state: RowState; grid: ReturnRows }) {
  const id = row.indicatorId;
  const { typed, was } = state;
  const type = (change: Partial<TypedActual>) => grid.type(id, change);

  return (
    <details className="mt-1">
      <summary className="min-h-6 text-accent underline underline-offset-3">
        {saysNothing(was) ? "Say why there is none, and more" : "Note, flags and more"}
        <span className="sr-only"> for {row.ref}</span>
      </summary>
      <div className="my-2 grid gap-3 rounded-md border border-line bg-wash p-3">
        <label>
          <span className="mb-0.5 block font-semibold">There is no figure, because it is</span>
          <select
            name={`${id}.missing`}
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
            className={detailBox}
          >
            {reasons.map(([value, words]) => (
              <option key={value} value={value}>
                {words.replace(/^./, (first) => first.toUpperCase())}
              </option>
            ))}
          </select>
        </label>
        {row.unit === "percent" && <RowParts row={row} typed={typed} type={type} />}
        <p className="flex flex-wrap gap-x-5 gap-y-1">
          {(["provisional", "estimated"] as const).map((flag) => (
            <label key={flag} className="flex min-h-6 items-center gap-2">
              <input
                type="checkbox"
                name={`${id}.${flag}`}
                checked={typed[flag]}
                onChange={({ target }) => type({ [flag]: target.checked })}
                className="size-4.5 accent-accent"
              />
              {flag === "provisional" ? "Provisional [p]" : "Estimated [e]"}
            </label>
          ))}
        </p>
        <label>
          <span className="mb-0.5 block font-semibold">Note</span>
          <textarea
            name={`${id}.note`}
            value={typed.note}
            onChange={({ target }) => type({ note: target.value })}
            rows={2}
            className={detailBox}
          />
        </label>
        <div className="flex flex-wrap items-start gap-3">
          <Button
            tone="quiet"
            onClick={(event) => {
              event.preventDefault();
              grid.save(id);
            }}
          >
            Save {row.ref}
          </Button>
          {!saysNothing(was) && <RowClear row={row} content={state.content} clear={() => grid.clear(id)} />}
        </div>
      </div>
    </details>
  );
}
