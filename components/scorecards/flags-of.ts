import type { SheetCell } from "#lib/scorecards/sheet";

type Flagged = { provisional: boolean; estimated: boolean; isRestated?: boolean };

/** The signs of what is beside a figure: provisional p, estimated e, revised after it was published r, hidden from readers c. */
export const flagsOf = (actual: Flagged | null, small?: SheetCell["small"]): string =>
  (actual?.provisional ? "p" : "") +
  (actual?.estimated ? "e" : "") +
  (actual?.isRestated ? "r" : "") +
  (small === "hidden from readers" ? "c" : "");
