import type { ReturnRow } from "#lib/returns/return-row";
import type { TypedActual } from "#lib/rules/actual";
import { readFraction } from "#lib/rules/fraction";

/** A percentage's numerator and denominator; typing both works out its figure. */
export function RowParts({
  row,
  name,
  typed,
  type,
}: {
  row: ReturnRow;
  name: string;
  typed: TypedActual;
  type: (change: Partial<TypedActual>) => void;
}) {
  const parts = [
    ["numerator", row.numeratorLabel ?? "Numerator"],
    ["denominator", row.denominatorLabel ?? "Denominator"],
  ] as const;
  const typePart = (part: "numerator" | "denominator", text: string) => {
    const now = { numerator: typed.numerator, denominator: typed.denominator, [part]: text };
    const fraction = readFraction(now.numerator, now.denominator, row.precision);
    type(fraction.ok ? { ...now, value: fraction.value } : now);
  };
  return (
    <fieldset>
      <legend>Or give its parts</legend>
      {parts.map(([part, label]) => (
        <label key={part}>
          <span>{label}</span>
          <input
            name={`${name}.${part}`}
            value={typed[part]}
            onChange={({ target }) => typePart(part, target.value)}
            inputMode="decimal"
          />
        </label>
      ))}
    </fieldset>
  );
}
