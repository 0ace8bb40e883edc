import type { ActualContent } from "#lib/rules/actual";

/** A saved change of one cell: what it said before and after, and the versions of these. */
export type Act = { id: string; before: ActualContent | null; after: ActualContent; from: number; version: number };

/** What was saved since the page was opened, and what of it was undone; the newest last. */
export type Acts = { done: readonly Act[]; undone: readonly Act[] };

export type Way = "undo" | "redo";

export const noActs: Acts = { done: [], undone: [] };

/** A figure saved anew: what was undone before can no longer be done again. */
export const acted = ({ done }: Acts, act: Act): Acts => ({ done: [...done, act], undone: [] });

/** The act that comes next, with what it would write over which version; null where there is none. */
export function nextAct({ done, undone }: Acts, way: Way) {
  const act = (way === "undo" ? done : undone).at(-1);
  if (!act) return null;
  return way === "undo"
    ? { id: act.id, content: act.before, seen: act.version }
    : { id: act.id, content: act.after, seen: act.from };
}

/**
 * After the next act was undone, or done again, as this version: the other acts of the cell stand on what it says again,
 * under its new number. What another wrote in between has a number of its own, and so is never written over.
 */
export function wentBack({ done, undone }: Acts, way: Way, version: number): Acts {
  const act = (way === "undo" ? done : undone).at(-1);
  if (!act) return { done, undone };
  const was = way === "undo" ? act.from : act.version;
  const renumbered = (acts: readonly Act[]) =>
    acts.map((each) => (each.id === act.id ? renumber(each, was, version) : each));
  return way === "undo"
    ? { done: renumbered(done.slice(0, -1)), undone: renumbered([...undone, act]) }
    : { done: renumbered([...done, act]), undone: renumbered(undone.slice(0, -1)) };
}

/** After the next act was refused: it is not tried again. */
export const gaveUp = ({ done, undone }: Acts, way: Way): Acts =>
  way === "undo" ? { done: done.slice(0, -1), undone } : { done, undone: undone.slice(0, -1) };

const renumber = (act: Act, was: number, now: number): Act => ({
  ...act,
  from: act.from === was ? now : act.from,
  version: act.version === was ? now : act.version,
});
