import type { ReturnRow } from "#lib/returns/return-row";
import type { TypedActual } from "#lib/rules/actual";
import { readFraction } from "#lib/rules/fraction";

/** For <input>, <select> and <textarea> of a row's details. */
export const detailBox = "block w-full rounded-md border-[1.5px] border-edge bg-raised px-2 py-1 text-ink";

/** A percentage's numerator and denominator; typing both works out its figure. */
export function RowParts({
  row,
  typed,
  type,
}: {
  row: ReturnRow;
  typed: TypedActual;
  type: (change: Partial<TypedActual>) => void;
}) {
  const parts = [
    ["numerator", row.numeratorLabel ?? "Numerator"],
    ["denominator", row.denominatorLabel ?? "Denominator"],
  ] as const;
  const typePart = (part: "numerator" | "denominator", text: string) => {
    const now: TypedActual = { ...typed, [part]: text };
    const fraction = readFraction(now.numerator, now.denominator, row.precision);
    type(fraction.ok ? { [part]: text, value: fraction.value } : { [part]: text });
  };
  return (
    <fieldset className="grid grid-cols-2 gap-2">
      <legend className="mb-0.5 font-semibold">Or give its parts</legend>
      {parts.map(([part, label]) => (
        <label key={part}>
          <span className="block text-soft">{label}</span>
          <input
            name={`${row.indicatorId}.${part}`}
            value={typed[part]}
            onChange={({ target }) => typePart(part, target.value)}
            inputMode="numeric"
            autoComplete="off"
            className={detailBox}
          />
        </label>
      ))}
    </fieldset>
  );
}
