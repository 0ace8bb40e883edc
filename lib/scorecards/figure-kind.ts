import type { MissingSymbol } from "#db/vocabulary";
import type { SheetCell } from "#lib/scorecards/sheet";

export type FigureKind = "figure" | MissingSymbol | "blank" | "not due";

/** What stands in a cell: a figure, a reason why there is none, nothing yet, or nothing because none is due. */
export function figureKind({ actual, isDue }: Pick<SheetCell, "actual" | "isDue">): FigureKind {
  if (actual?.value != null) return "figure";
  return actual?.missing ?? (isDue ? "blank" : "not due");
}
