import { useState } from "react";
import { cellOf, selectCell } from "#components/returns/move-in-column";
import type { CellRange } from "#components/returns/use-cell-range";
import type { ReturnRows } from "#components/returns/use-return-rows";
import type { ReturnRow } from "#lib/returns/return-row";
import { saysNothing } from "#lib/rules/actual";
import type { GivenReason } from "#lib/rules/change-reason";
import { isChanged } from "#lib/rules/row-state";

/** Which saved figures a person was asked about before they are cleared. What is typed and not saved is left alone. */
export function useClearing(grid: ReturnRows, say: (words: string) => void) {
  const [rows, setRows] = useState<ReturnRow[]>([]);
  return {
    rows,
    ask: (row: ReturnRow, range: CellRange) => {
      const cells = range.cells().flat();
      const asked = range.exists ? cells.filter(({ column }) => column === "figure").map((cell) => cell.row) : [row];
      const saved = asked.filter(({ indicatorId, whyNot }) => {
        const state = grid.stateOf(indicatorId);
        return whyNot === null && state && !saysNothing(state.was) && !isChanged(state);
      });
      if (saved.length === 0) say("There is no saved figure to clear here");
      setRows(saved);
    },
    clear: (reason: GivenReason) => {
      for (const { indicatorId } of rows) grid.clear(indicatorId, reason);
    },
    /** Back to the figure that was asked about, so that what is typed next takes its place. */
    close: () => {
      const [first] = rows;
      setRows([]);
      if (first) selectCell(cellOf(first.indicatorId));
    },
  };
}

export type Clearing = ReturnType<typeof useClearing>;
