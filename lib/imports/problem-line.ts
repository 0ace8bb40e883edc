import type { Problem } from "#lib/imports/reader/reading";

/** A problem in a line: "Row 10, column 12: ...". */
export function problemLine({ row, column, message }: Problem): string {
  return [placeWords({ row, column }), message].filter(Boolean).join(": ");
}

/** "Row 10, column 12", or nothing where the file has no such place. */
export function placeWords({ row, column }: { row: number | null; column: number | null }): string {
  const words = [row && `row ${row}`, column && `column ${column}`].filter(Boolean).join(", ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}
