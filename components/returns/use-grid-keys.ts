import { type ClipboardEvent, type KeyboardEvent, type MouseEvent, useEffect, useRef } from "react";
import { flushSync } from "react-dom";
import { copiedCell } from "#components/returns/copied-cell";
import {
  cellOf,
  focusLastButton,
  goToTheRest,
  isFigure,
  isTextField,
  moveInColumn,
  selectCell,
} from "#components/returns/move-in-column";
import { type RangeColumn, useCellRange } from "#components/returns/use-cell-range";
import { useClearing } from "#components/returns/use-clearing";
import type { ReturnRows } from "#components/returns/use-return-rows";
import type { Undo } from "#components/returns/use-undo";
import type { ReturnPart } from "#lib/returns/return-parts";
import type { ReturnRow } from "#lib/returns/return-row";
import { type CellKey, cellKey, historyKey, keepsRange } from "#lib/rules/cell-keys";
import { copiedText } from "#lib/rules/copied-text";
import { isChanged, isToDecide } from "#lib/rules/row-state";

type Returned = { parts: ReturnPart[]; rows: ReturnRow[]; grid: ReturnRows; undo: Undo; say: (words: string) => void };

/** Opens a row's details before anything else is done. */
const open = (disclose: HTMLElement) => flushSync(() => disclose.click());

/** The keys of a spreadsheet in the figures of a return: from one to the next, a range of cells, undo, copy and clear. */
export function useGridKeys({ parts, rows, grid, undo, say }: Returned) {
  const range = useCellRange(rows, say);
  const clearing = useClearing(grid, say);
  /** The cell that F2 was pressed in. */
  const edited = useRef<HTMLElement | null>(null);
  useEffect(() => undo.goOn(grid));

  /** Tab: on to the next figure, or behind the last; a row that waits for a choice, or was only now refused, is not passed by. */
  function goOn(event: KeyboardEvent<HTMLInputElement>, id: string, by: 1 | -1) {
    const before = grid.stateOf(id);
    const isHeld = !grid.save(id) && by === 1;
    const state = grid.stateOf(id);
    if (isHeld && state && isToDecide(state)) return;
    if (isHeld && before?.status !== "refused") {
      event.preventDefault();
      event.currentTarget.select();
    } else if (moveInColumn(event.currentTarget, by) || (by === 1 && focusLastButton())) event.preventDefault();
  }

  function act(event: KeyboardEvent<HTMLInputElement>, row: ReturnRow, key: NonNullable<CellKey>) {
    const [cell, id] = [event.currentTarget, row.indicatorId];
    if (key.does === "go on") return goOn(event, id, key.by);
    event.preventDefault();
    switch (key.does) {
      case "save and move":
        if (grid.save(id)) moveInColumn(cell, key.by);
        else if (grid.stateOf(id)?.field === "because") goToTheRest(cell, open);
        else cell.select();
        break;
      case "move":
        moveInColumn(cell, key.by);
        break;
      case "extend":
        range.extend(id, key.to);
        break;
      case "edit":
        edited.current = cell;
        cell.setSelectionRange(cell.value.length, cell.value.length);
        break;
      case "forget":
        edited.current = null;
        flushSync(() => grid.undo(id));
        selectCell(cell);
        break;
      case "clear":
        clearing.ask(row, range);
        break;
      case "to the rest":
        goToTheRest(cell, open);
        break;
      default:
        undo.ask(key.does, grid);
    }
  }

  function textOf(row: ReturnRow, column: RangeColumn): string {
    const [part, state] = [parts.find((each) => each.rows.includes(row)), grid.stateOf(row.indicatorId)];
    return part && state ? copiedCell(column, row, part, state) : "";
  }

  return {
    range,
    clearing,
    onCell: (event: KeyboardEvent<HTMLInputElement>, row: ReturnRow) => {
      if (event.nativeEvent.isComposing) return;
      const [cell, state] = [event.currentTarget, grid.stateOf(row.indicatorId)];
      const key = cellKey(event, {
        isEdited: edited.current === cell,
        isWhole: cell.selectionStart === 0 && cell.selectionEnd === cell.value.length,
        isTyped: state !== undefined && state.status !== "saving" && isChanged(state),
        hasRange: range.exists,
      });
      if (key) act(event, row, key);
      if (!keepsRange(event, key)) range.drop();
    },
    /** Of a row: Alt and the arrow up goes back to its figure, a click with Shift extends the range to where it was. */
    row: (id: string) => ({
      onKeyDown: (event: KeyboardEvent<HTMLElement>) => {
        if (event.key !== "ArrowUp" || !event.altKey || isFigure(event.target)) return;
        event.preventDefault();
        selectCell(event.currentTarget.querySelector("[data-cell]"));
      },
      onMouseDown: (event: MouseEvent<HTMLElement>) => {
        const from = document.activeElement;
        const target = event.target as Element;
        if (!event.shiftKey || !isFigure(from) || target.closest("a, button, label, select, textarea")) return;
        const begun = rows.find(({ indicatorId }) => cellOf(indicatorId) === from);
        const place = target.closest<HTMLTableCellElement>("td, th")?.cellIndex;
        if (!begun || place === undefined) return;
        event.preventDefault();
        range.extendTo(begun.indicatorId, id, place);
      },
    }),
    /** Of the form: the keys for undoing where no text is typed, and what leaving or copying does. */
    form: {
      onBlur: () => {
        edited.current = null;
        range.drop();
      },
      onMouseDown: (event: MouseEvent) => {
        if (!event.shiftKey) range.drop();
      },
      onKeyDown: (event: KeyboardEvent) => {
        const key = isTextField(event.target) ? null : historyKey(event);
        if (key?.does !== "undo" && key?.does !== "redo") return;
        event.preventDefault();
        undo.ask(key.does, grid);
      },
      onCopy: (event: ClipboardEvent) => {
        if (!range.exists) return;
        event.preventDefault();
        const texts = range.cells().map((cells) => cells.map(({ row, column }) => textOf(row, column)));
        event.clipboardData.setData("text/plain", copiedText(texts));
        say(`${texts.flat().length} cells copied`);
      },
    },
  };
}

export type GridKeys = ReturnType<typeof useGridKeys>;
