import type { KeyboardEvent } from "react";

/** Puts the caret in the cell above or below in the column of figures; at its end it stays. */
export function moveInColumn(from: HTMLElement, by: 1 | -1): void {
  const cells = [...document.querySelectorAll<HTMLInputElement>("input[data-cell]:not([readonly])")];
  const to = cells[cells.indexOf(from as HTMLInputElement) + by];
  if (!to) return;
  to.focus();
  to.select();
}

/** The keys of a cell: Enter saves and moves down, with Shift up, and stays where nothing could be saved; arrows move; Esc undoes. */
export function cellKeys(
  event: KeyboardEvent<HTMLInputElement>,
  { save, undo }: { save: () => boolean; undo: () => void },
): void {
  if (event.nativeEvent.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
  const cell = event.currentTarget;
  if (event.key === "Enter") {
    event.preventDefault();
    if (save()) moveInColumn(cell, event.shiftKey ? -1 : 1);
    else cell.select();
  } else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
    event.preventDefault();
    moveInColumn(cell, event.key === "ArrowDown" ? 1 : -1);
  } else if (event.key === "Escape") {
    event.preventDefault();
    undo();
  }
}
