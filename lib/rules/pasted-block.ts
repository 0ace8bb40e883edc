import { type BlockColumn, readColumns } from "#lib/rules/block-columns";
import { headingPlace, mayBeHeading } from "#lib/rules/block-heading";
import { plainRef } from "#lib/rules/block-text";
import { isBlank, plainTyped, quoteTyped } from "#lib/rules/figure";
import { type Month, monthName } from "#lib/rules/month";
import { readMonthHeading } from "#lib/rules/month-heading";

/** A cell of a block: which figure it may be, by its ref or by its place below the first, and what it says. */
export type PastedCell = {
  /** Its row in the block, from 1. */
  row: number;
  /** Null where the block has none. */
  ref: string | null;
  /** How far below the block's first figure. */
  offset: number;
  /** Null where its row says none that can be read. */
  month: Month | null;
  text: string;
  note: string | null;
};

export type BlockReading = {
  cells: PastedCell[];
  /** How the block was read, where it could have been meant otherwise. */
  said: string[];
  /** It may have been meant as a column: rows and columns can be exchanged. */
  mayTurn: boolean;
  /** Its first row, read as a figure's, may have been meant as headings. */
  mayBeHeaded: boolean;
  /** The heading over its figures, where that does not say whether they are the month's. */
  under: string | null;
};

/** `isHeaded`: the person says that the first row is headings. */
type Known = { month: Month; refs: ReadonlySet<string>; isHeaded?: boolean };

const list = new Intl.ListFormat("en-GB");

/** Reads a block of cells that was copied from a spreadsheet or a table of words, before anything is known of its figures. */
export function readBlock(block: readonly (readonly string[])[], known: Known): BlockReading {
  const reading = readRows(block, known);
  const isRow = reading.rows === 1 && reading.cells.length > 1 && !reading.isHeaded;
  const mayTurn = !reading.isByRef && (isRow || readRows(turned(block), known).isByRef);
  const mayBeHeaded = !reading.isHeaded && !reading.isByRef && mayBeHeading(block);
  const { cells, said, under } = reading;
  return { cells, said, mayTurn, mayBeHeaded, under };
}

/** The same block with its rows as columns. */
export const turned = (block: readonly (readonly string[])[]): string[][] =>
  Array.from({ length: Math.max(0, ...block.map((row) => row.length)) }, (_, place) =>
    block.map((row) => row[place] ?? ""),
  );

function readRows(block: readonly (readonly string[])[], { month, refs, isHeaded = false }: Known) {
  const isKnownRef = (ref: string) => refs.has(ref);
  const last = block.findLastIndex((row) => !row.every(isBlank));
  const all = block.slice(0, last + 1);
  const headingAt = isHeaded ? 0 : headingPlace(all, isKnownRef);
  const heading = all[headingAt] ?? null;
  const rows = all.slice(headingAt + 1);
  const columns = readColumns({ heading, rows, month }, isKnownRef);
  const refAt = columns.findIndex(({ is }) => is === "ref");

  const cells = rows.flatMap((row, offset) => {
    const ref = refAt < 0 ? null : plainTyped(row[refAt] ?? "");
    if (ref !== null && isNoRow(row, ref, { columns, heading, isKnownRef })) return [];
    return cellsOf(row, columns).map((cell) => ({ row: headingAt + offset + 2, ref, offset, ...cell }));
  });
  const under = columns.flatMap((column) => (column.is === "figure" && column.under) || [])[0] ?? null;
  const said = saidOf(heading, columns);
  return { cells, rows: rows.length, isHeaded: heading !== null, isByRef: refAt >= 0, said, under };
}

/** A row between others: of headings again, or of a section's title. */
function isNoRow(
  row: readonly string[],
  ref: string,
  of: { columns: BlockColumn[]; heading: readonly string[] | null; isKnownRef: (ref: string) => boolean },
): boolean {
  if (of.heading && row.join("\t") === of.heading.join("\t")) return true;
  const isEmpty = of.columns.every(({ is }, place) => is !== "figure" || isBlank(row[place] ?? ""));
  return isEmpty && !of.isKnownRef(plainRef(ref));
}

function cellsOf(row: readonly string[], columns: BlockColumn[]): Pick<PastedCell, "month" | "text" | "note">[] {
  const monthAt = columns.findIndex(({ is }) => is === "month");
  return columns.flatMap((column, place) => {
    if (column.is !== "figure") return [];
    const noteAt = columns.findIndex((other) => other.is === "note" && other.of === place);
    const note = row[noteAt] ?? "";
    return [
      {
        month: column.month ?? readMonthHeading(row[monthAt] ?? ""),
        text: row[place] ?? "",
        note: isBlank(note) ? null : note,
      },
    ];
  });
}

function saidOf(heading: readonly string[] | null, columns: BlockColumn[]): string[] {
  const months = columns.flatMap((column) => (column.is === "figure" && column.month ? [monthName(column.month)] : []));
  const unread = columns.flatMap((column) => (column.is === "unread" ? [quoteTyped(column.heading)] : []));
  const headed = heading?.filter((text) => !isBlank(text)).map((text) => quoteTyped(plainTyped(text)));
  return [
    ...(headed ? [`Read as headings: ${list.format(headed)}.`] : []),
    ...(!heading && months.length > 1
      ? [`No headings say which months the columns are of, so they are read as ${list.format(months)}.`]
      : []),
    ...(columns.some((column) => column.is === "ref" && column.isGuessed)
      ? [
          "The first column looks like refs, and they are not this scorecard’s. A spreadsheet may have changed them: 1.10 or 01-Jan for 1.1. If they are figures, copy them with their months above.",
        ]
      : []),
    ...(unread.length > 0 ? [`Not read: ${list.format(unread)}.`] : []),
    ...(columns.some(({ is }) => is === "figure") ? [] : ["Nothing says which of the columns are figures."]),
  ];
}
