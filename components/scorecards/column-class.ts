import type { SheetColumnMeta } from "#components/scorecards/sheet-columns";

/** What every cell of a column wears; most columns have no place on a phone. */
export const columnClass = ({ className = "", onPhone }: SheetColumnMeta = {}): string =>
  `${className} ${onPhone ? "" : "max-sm:hidden"}`;
