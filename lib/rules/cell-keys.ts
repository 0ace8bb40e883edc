/** A key as it was pressed in the cell of a figure. */
export type PressedKey = { key: string; shiftKey: boolean; ctrlKey: boolean; metaKey: boolean; altKey: boolean };

/** How the cell stands when a key is pressed. */
export type CellStance = {
  /** F2: the arrows move in its text. */
  isEdited: boolean;
  /** All of its text is selected, or there is none. */
  isWhole: boolean;
  /** Something typed there is not saved. */
  isTyped: boolean;
  /** It begins a range of cells. */
  hasRange: boolean;
};

export type Direction = "up" | "down" | "left" | "right";

/** What a key does; null leaves it to the browser. */
export type CellKey =
  | { does: "save and move"; by: 1 | -1 }
  | { does: "go on"; by: 1 | -1 }
  | { does: "move"; by: 1 | -1 }
  | { does: "extend"; to: Direction }
  | { does: "edit" | "forget" | "undo" | "redo" | "clear" | "to the rest" }
  | null;

const directions: Record<string, Direction> = {
  ArrowUp: "up",
  ArrowDown: "down",
  ArrowLeft: "left",
  ArrowRight: "right",
};

/** What a key means in the cell of a figure: those of a spreadsheet, and the browser's own wherever a text is being typed. */
export function cellKey(pressed: PressedKey, stance: CellStance): CellKey {
  const { key, shiftKey, altKey } = pressed;
  if (pressed.ctrlKey || pressed.metaKey) return stance.isTyped ? null : historyKey(pressed);
  if (altKey) return key === "ArrowDown" ? { does: "to the rest" } : null;
  const by = shiftKey ? -1 : 1;
  if (key === "Enter") return { does: "save and move", by };
  if (key === "Tab") return { does: "go on", by };
  if (key === "Escape") return { does: "forget" };
  if (key === "F2") return { does: "edit" };
  if (stance.isEdited) return null;
  if (key === "Delete" && !shiftKey)
    return stance.hasRange || (stance.isWhole && !stance.isTyped) ? { does: "clear" } : null;
  return arrowKey(directions[key], shiftKey, stance);
}

/** Ctrl or Cmd with Z undoes; with Y, or with Shift and Z, it does again. */
export function historyKey({ key, shiftKey, ctrlKey, metaKey, altKey }: PressedKey): CellKey {
  if (altKey || !(ctrlKey || metaKey)) return null;
  if (key.toLowerCase() === "z") return { does: shiftKey ? "redo" : "undo" };
  return key.toLowerCase() === "y" && !shiftKey ? { does: "redo" } : null;
}

/** Whether a range of cells goes on standing: it does while keys are held for another, or it is extended, copied or cleared. */
export const keepsRange = ({ key, ctrlKey, metaKey }: PressedKey, means: CellKey): boolean =>
  ["Shift", "Control", "Meta", "Alt"].includes(key) ||
  means?.does === "extend" ||
  means?.does === "clear" ||
  (means === null && (ctrlKey || metaKey));

function arrowKey(direction: Direction | undefined, shiftKey: boolean, { isWhole, hasRange }: CellStance): CellKey {
  if (!direction) return null;
  const isUpright = direction === "up" || direction === "down";
  if (shiftKey) return isUpright || isWhole || hasRange ? { does: "extend", to: direction } : null;
  return isUpright ? { does: "move", by: direction === "down" ? 1 : -1 } : null;
}
