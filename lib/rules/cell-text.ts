import { missingSymbols } from "#db/vocabulary";
import type { TypedActual } from "#lib/rules/actual";
import { symbolText } from "#lib/rules/typed-figure";

/** What stands in the cell of a figure: the figure as typed, or a reason as its symbol. */
export const cellText = ({ value, missing }: Pick<TypedActual, "value" | "missing">): string =>
  missingSymbols.flatMap((symbol) => (value === "" && symbol === missing ? [symbolText(symbol)] : []))[0] ?? value;
