import { rowKey } from "#lib/rules/return-row";

/** Puts the caret in the cell above or below in the column of figures, all of it selected; answers false at its end. */
export function moveInColumn(from: HTMLElement, by: 1 | -1): boolean {
  const cells = [...document.querySelectorAll<HTMLInputElement>("input[data-cell]:not([readonly])")];
  const to = cells[cells.indexOf(from as HTMLInputElement) + by];
  if (to) selectCell(to);
  return to !== undefined;
}

/** The cell of an indicator's figure; null where nobody may type. */
export const cellOf = (id: string): HTMLInputElement | null =>
  document.getElementById(`${rowKey(id)}.value`) as HTMLInputElement | null;

export function selectCell(cell: HTMLInputElement | null): void {
  cell?.focus();
  cell?.select();
}

/** After a row's own button did its work, which may take it away: on to the next figure, or back to this one. */
export function goOnFrom(id: string, { on }: { on: boolean }): void {
  const cell = cellOf(id);
  if (cell && !(on && moveInColumn(cell, 1))) selectCell(cell);
}

/** Whether it is the cell of a figure. */
export const isFigure = (target: EventTarget | null): target is HTMLInputElement =>
  target instanceof HTMLInputElement && target.dataset.cell !== undefined;

/** Whether text is typed, or a choice made, there. */
export const isTextField = (target: EventTarget | null): boolean =>
  target instanceof HTMLTextAreaElement ||
  target instanceof HTMLSelectElement ||
  (target instanceof HTMLInputElement && target.type !== "checkbox");

/** The id of the button that takes a paste back, which is one act and undone as one. */
export const takesPasteBack = "take-paste-back";

/** Goes to that button; answers false where there is none. */
export function focusTakesPasteBack(): boolean {
  document.getElementById(takesPasteBack)?.focus();
  return document.activeElement?.id === takesPasteBack;
}

/** The id of the button behind the last row. */
export const lastButton = "save-all";

export function focusLastButton(): boolean {
  document.getElementById(lastButton)?.focus();
  return document.activeElement?.id === lastButton;
}

/** Goes from a figure to what else its row has: the choices that wait there, or else its details, opened. */
export function goToTheRest(cell: HTMLElement, open: (disclose: HTMLElement) => void): void {
  const row = cell.closest("tr");
  const choice = row?.querySelector<HTMLElement>(".saying :is(select, button)");
  if (choice) {
    choice.focus();
    return;
  }
  const disclose = row?.querySelector<HTMLElement>(".disclose");
  if (disclose?.getAttribute("aria-expanded") === "false") open(disclose);
  row?.querySelector<HTMLElement>(".more :is(select, input:not([type='hidden']))")?.focus();
}
