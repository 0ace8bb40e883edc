import { cellSelectionFeature, tableFeatures, useTable } from "@tanstack/react-table";
import { useEffect } from "react";
import { cellOf } from "#components/returns/move-in-column";
import type { ReturnRow } from "#lib/returns/return-row";
import type { Direction } from "#lib/rules/cell-keys";

/** The columns of the return whose cells can be selected, from its first on. */
const columnIds = ["ref", "measure", "previous", "figure", "earns", "milestone"] as const;
export type RangeColumn = (typeof columnIds)[number];
export type RangeCell = { row: ReturnRow; column: RangeColumn };

const features = tableFeatures({ cellSelectionFeature });
const columns = columnIds.map((column) => ({
  id: column,
  accessorFn: (row: ReturnRow): RangeCell => ({ row, column }),
}));

/** A rectangle of the return's cells that begins at a figure, spoken as it grows. One cell alone is none. */
export function useCellRange(rows: ReturnRow[], say: (words: string) => void) {
  const table = useTable({ features, columns, data: rows, getRowId: ({ indicatorId }) => indicatorId });
  const count = table.getSelectedCellCount();
  const exists = count > 1;
  const refs = table.getCellSelectionRowIds().map((id) => table.getRow(id).original.ref);
  const from = refs.length === 1 ? `of ${refs[0]}` : `from ${refs[0]} to ${refs.at(-1)}`;
  const words = exists ? `${count} cells selected, ${from}` : null;
  useEffect(() => {
    if (words) say(words);
  }, [words, say]);

  return {
    exists,
    /** Its cells, row by row. */
    cells: () => (exists ? (table.getSelectedCellRangesData()[0] as RangeCell[][]) : []),
    has: (id: string, column: RangeColumn) =>
      exists && table.getRow(id).getAllCellsByColumnId()[column]?.getIsSelected() === true,
    /** One cell further, from where it ends; or from this figure, where it did not begin yet. */
    extend: (from: string, direction: Direction) => {
      if (table.getFocusedCell()?.row.id !== from) table.setFocusedCell(from, "figure");
      table.extendCellSelection(direction);
      const end = table.atoms.cellSelection.get().at(-1)?.focusRowId;
      if (end) cellOf(end)?.scrollIntoView({ block: "nearest" });
    },
    /** As far as this cell of a row, counted from the row's first. */
    extendTo: (from: string, id: string, place: number) => {
      const column = columnIds[place];
      if (!column) return;
      table.selectCellRange({ anchorRowId: from, anchorColumnId: "figure", focusRowId: id, focusColumnId: column });
    },
    drop: () => {
      if (table.getFocusedCell()) table.resetCellSelection(true);
    },
  };
}

export type CellRange = ReturnType<typeof useCellRange>;
