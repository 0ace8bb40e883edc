import type { RowState } from "#components/returns/row-state";
import type { ReturnRows } from "#components/returns/use-return-rows";
import { Button } from "#components/ui/button";
import type { ReturnRow } from "#lib/returns/return-row";
import { actualWords, saysNothing, type TypedActual } from "#lib/rules/actual";
import { readFraction } from "#lib/rules/fraction";

const box = "block w-full rounded-md border-[1.5px] border-edge bg-raised px-2 py-1 text-ink";
const reasons = [
  ["", "No reason given"],
  ["x", "Not available"],
  ["z", "Not applicable"],
  ["c", "Confidential"],
] as const;

/** What else a row can say: why there is no figure, of what it is a part, how sure it is, a note; and taking it back. */
export function RowDetails({ row, state, grid }: { row: ReturnRow; state: RowState; grid: ReturnRows }) {
  const id = row.indicatorId;
  const { typed, was } = state;
  const type = (change: Partial<TypedActual>) => grid.type(id, change);
  const typePart = (part: Pick<TypedActual, "numerator"> | Pick<TypedActual, "denominator">) => {
    const { numerator, denominator } = { ...typed, ...part };
    const fraction = readFraction(numerator, denominator, row.precision);
    type(fraction.ok ? { ...part, value: fraction.value } : part);
  };

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
            className={box}
          >
            {reasons.map(([value, words]) => (
              <option key={value} value={value}>
                {words}
              </option>
            ))}
          </select>
        </label>
        {row.unit === "percent" && (
          <fieldset className="grid grid-cols-2 gap-2">
            <legend className="mb-0.5 font-semibold">Or give its parts</legend>
            <label>
              <span className="block text-soft">{row.numeratorLabel ?? "Numerator"}</span>
              <input
                name={`${id}.numerator`}
                value={typed.numerator}
                onChange={({ target }) => typePart({ numerator: target.value })}
                inputMode="numeric"
                autoComplete="off"
                className={box}
              />
            </label>
            <label>
              <span className="block text-soft">{row.denominatorLabel ?? "Denominator"}</span>
              <input
                name={`${id}.denominator`}
                value={typed.denominator}
                onChange={({ target }) => typePart({ denominator: target.value })}
                inputMode="numeric"
                autoComplete="off"
                className={box}
              />
            </label>
          </fieldset>
        )}
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
            className={box}
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
          {!saysNothing(was) && (
            <details>
              <summary className="min-h-9 py-1.5 text-stop underline underline-offset-3">Clear {row.ref}…</summary>
              <p className="my-1">
                Takes back {actualWords(state.content)}, with its note, so that nobody has said anything. The history
                keeps it.
              </p>
              <Button
                tone="stop"
                name={`${id}.choice`}
                value="clear"
                onClick={(event) => {
                  event.preventDefault();
                  grid.clear(id);
                }}
              >
                Clear {row.ref}
              </Button>
            </details>
          )}
        </div>
      </div>
    </details>
  );
}
