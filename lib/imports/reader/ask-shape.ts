import { type Unit, units } from "#db/vocabulary";
import type { Ask } from "#lib/imports/reader/ask";
import { proposePrecision, proposeUnit } from "#lib/imports/reader/propose-shape";
import { fieldAt, type IndicatorLine } from "#lib/imports/reader/sort-rows";
import type { FigureShape } from "#lib/rules/figure";

/** What an indicator's figures count and with how many decimals, neither of which the source states. */
export function askShape({ ref, row, page }: IndicatorLine, measure: string, ask: Ask): FigureShape {
  const place = { row: row.row, column: page.columns.measure, asItCame: measure };
  const unit = ask({
    ...place,
    key: `${ref} unit`,
    kind: "unit",
    label: `Unit of ${ref}`,
    choices: units,
    ...proposeUnit(measure),
  }) as Unit;
  const after = page.columns.measure;
  const precision = ask({
    ...place,
    key: `${ref} precision`,
    kind: "precision",
    label: `Decimals of ${ref}`,
    asItCame: page.columns.months
      .map(({ column }) => fieldAt(row, column))
      .filter((field) => field !== "")
      .join(", "),
    choices: ["0", "1", "2", "3", "4"],
    ...proposePrecision(row.fields.slice(after)),
  });
  return { unit, precision: Number(precision) };
}
