import type { MissingSymbol } from "#db/vocabulary";

export type FigureKind = "figure" | MissingSymbol | "blank" | "not due";

/** What stands in a cell: a figure, a reason why there is none, nothing yet, or nothing because none is due. */
export function figureKind({
  actual,
  isDue,
}: {
  actual: { value: string | null; missing: MissingSymbol | null } | null;
  isDue: boolean;
}): FigureKind {
  if (actual?.value != null) return "figure";
  return actual?.missing ?? (isDue ? "blank" : "not due");
}
