import { describe, expect, test } from "vitest";
import { type CellStance, cellKey, historyKey, keepsRange, type PressedKey } from "#lib/rules/cell-keys";

const selected: CellStance = { isEdited: false, isWhole: true, isTyped: false, hasRange: false };
const bare = { shiftKey: false, ctrlKey: false, metaKey: false, altKey: false };
/** "Ctrl+Shift+z" */
function pressed(keys: string): PressedKey {
  const held = keys.split("+");
  return {
    key: held.at(-1)!,
    shiftKey: held.includes("Shift"),
    ctrlKey: held.includes("Ctrl"),
    metaKey: held.includes("Cmd"),
    altKey: held.includes("Alt"),
  };
}
const means = (keys: string, stance: Partial<CellStance> = {}) => cellKey(pressed(keys), { ...selected, ...stance });

describe("in the cell of a figure", () => {
  test("Tab, Enter and the arrows go from figure to figure", () => {
    expect(means("Tab")).toEqual({ does: "go on", by: 1 });
    expect(means("Shift+Tab")).toEqual({ does: "go on", by: -1 });
    expect(means("Enter")).toEqual({ does: "save and move", by: 1 });
    expect(means("Shift+Enter")).toEqual({ does: "save and move", by: -1 });
    expect(means("ArrowDown")).toEqual({ does: "move", by: 1 });
    expect(means("ArrowUp", { isTyped: true })).toEqual({ does: "move", by: -1 });
    expect(means("ArrowLeft")).toBeNull();
  });

  test("F2 leaves arrows and Delete to the text, until the cell is left or forgotten", () => {
    expect(means("F2")).toEqual({ does: "edit" });
    for (const key of ["ArrowUp", "ArrowDown", "Shift+ArrowDown", "Delete"]) {
      expect(means(key, { isEdited: true }), key).toBeNull();
    }
    expect(means("Tab", { isEdited: true })).toEqual({ does: "go on", by: 1 });
    expect(means("Escape", { isEdited: true })).toEqual({ does: "forget" });
  });

  test("undoing and doing again is of saved figures, and the browser's own while something is typed", () => {
    for (const keys of ["Ctrl+z", "Cmd+z"]) expect(means(keys), keys).toEqual({ does: "undo" });
    for (const keys of ["Ctrl+y", "Cmd+y", "Shift+Cmd+z", "Ctrl+Shift+Z"]) {
      expect(means(keys), keys).toEqual({ does: "redo" });
    }
    expect(means("Ctrl+z", { isTyped: true })).toBeNull();
    expect(means("Ctrl+Alt+z")).toBeNull();
    expect(means("z")).toBeNull();
    expect(historyKey({ ...bare, key: "z" })).toBeNull();
  });

  test("Shift and an arrow begin a range, but select text where the caret stands in it", () => {
    expect(means("Shift+ArrowDown")).toEqual({ does: "extend", to: "down" });
    expect(means("Shift+ArrowLeft")).toEqual({ does: "extend", to: "left" });
    expect(means("Shift+ArrowLeft", { isWhole: false })).toBeNull();
    expect(means("Shift+ArrowLeft", { isWhole: false, hasRange: true })).toEqual({ does: "extend", to: "left" });
  });

  test("Delete asks to clear what is selected, and deletes text where one types", () => {
    expect(means("Delete")).toEqual({ does: "clear" });
    expect(means("Delete", { isWhole: false })).toBeNull();
    expect(means("Delete", { isTyped: true })).toBeNull();
    expect(means("Delete", { isWhole: false, hasRange: true })).toEqual({ does: "clear" });
    expect(means("Backspace")).toBeNull();
  });

  test("the rest of the row is behind Alt and the arrow down", () => {
    expect(means("Alt+ArrowDown")).toEqual({ does: "to the rest" });
    expect(means("Alt+ArrowUp")).toBeNull();
  });

  test("a range goes on standing while it is extended, copied or cleared", () => {
    const keeps = (keys: string) => keepsRange(pressed(keys), means(keys, { hasRange: true }));
    for (const keys of ["Shift", "Ctrl+c", "Cmd+c", "Shift+ArrowUp", "Delete"]) expect(keeps(keys), keys).toBe(true);
    for (const keys of ["5", "ArrowDown", "ArrowLeft", "Tab", "Escape", "F2", "Ctrl+z"]) {
      expect(keeps(keys), keys).toBe(false);
    }
  });
});
