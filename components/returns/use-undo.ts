import { useRef } from "react";
import { cellOf, focusTakesPasteBack, selectCell } from "#components/returns/move-in-column";
import type { ReturnRows } from "#components/returns/use-return-rows";
import { type Act, acted, gaveUp, nextAct, noActs, type Way, wentBack } from "#lib/rules/acts";
import { actualWords } from "#lib/rules/actual";
import type { returningReasons } from "#lib/rules/change-reason";
import { isChanged } from "#lib/rules/row-state";

/** What the trail says of each way; whoever relies on the figure is told more. */
const because = { undo: "undone", redo: "redone" } as const satisfies Record<Way, keyof typeof returningReasons>;

/** Undoing and doing again what was saved since the page was opened: each time an act of its own, one after the other. */
export function useUndo(refOf: (id: string) => string | undefined, say: (words: string) => void) {
  const acts = useRef(noActs);
  const asked = useRef<Way[]>([]);
  const going = useRef<{ way: Way; id: string } | null>(null);
  const toSelect = useRef<string | null>(null);

  function giveUp(way: Way) {
    acts.current = gaveUp(acts.current, way);
    asked.current = [];
    going.current = null;
  }

  /** Begins what was asked for, once nothing is being sent any more. */
  function goOn(grid: ReturnRows) {
    if (toSelect.current) selectCell(cellOf(toSelect.current));
    toSelect.current = null;
    if (going.current || grid.isSending()) return;
    const way = asked.current.shift();
    if (!way) return;
    const next = nextAct(acts.current, way);
    if (!next && way === "undo" && focusTakesPasteBack()) return say("The paste is taken back as one, by this button");
    if (!next) return say(`Nothing to ${way === "undo" ? "undo" : "do again"} since this page was opened`);
    const state = grid.stateOf(next.id);
    selectCell(cellOf(next.id));
    if (state && isChanged(state)) {
      return say(`${refOf(next.id)} holds something that is not saved: save it, or undo it with Esc, first`);
    }
    going.current = { way, id: next.id };
    if (grid.bringBack(next.id, next.content, next.seen, because[way]) || !going.current) return;
    giveUp(way);
    say(`${refOf(next.id)} says that already: ${actualWords(state?.content ?? null)}`);
  }

  return {
    goOn,
    ask: (way: Way, grid: ReturnRows) => {
      asked.current.push(way);
      goOn(grid);
    },
    /** Notes what was saved, and answers how that is said. */
    saved: (act: Act): string => {
      const way = going.current?.id === act.id ? going.current.way : null;
      if (!way) {
        if (act.version !== act.from) acts.current = acted(acts.current, act);
        return `${refOf(act.id)} saved`;
      }
      acts.current = wentBack(acts.current, way, act.version);
      going.current = null;
      toSelect.current = act.id;
      return `${way === "undo" ? "Undone" : "Done again"}: ${refOf(act.id)} says ${actualWords(act.after)}`;
    },
    refused: (id: string) => {
      if (going.current?.id === id) giveUp(going.current.way);
    },
  };
}

export type Undo = ReturnType<typeof useUndo>;
