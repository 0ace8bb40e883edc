import { useEffect, useEffectEvent, useRef, useState } from "react";
import { forget, forgetOld, keep, readKept } from "#components/kept/kept-words";
import { noteUnsaved } from "#components/kept/note-unsaved";
import { usePerson } from "#components/kept/signed-in";
import { withKept } from "#components/returns/after-page";
import { keptName } from "#components/returns/kept-name";
import type { ReturnRow } from "#lib/returns/return-row";
import type { Month } from "#lib/rules/month";
import { isChanged, type RowState } from "#lib/rules/row-state";

/** The rows in which stands again what was typed before and not saved. */
export type RowsPutBack = { ids: string[]; at: Date };

type Change = (id: string, changed: (state: RowState) => RowState) => void;

/** Keeps what is typed into each row until it is saved. */
export function useKeptRows(month: Month) {
  const person = usePerson();
  const isKept = useRef(true);
  const nameOf = (id: string) => keptName(id, month);
  return {
    isKept: () => isKept.current,
    find: (id: string) => readKept(person, nameOf(id)),
    leave: (id: string) => noteUnsaved(nameOf(id), null),
    /** Said of every change of a row. */
    note: (id: string, state: RowState, isSending: boolean) => {
      const { was, typed } = state;
      if (!isChanged(state)) {
        forget(person, nameOf(id));
        noteUnsaved(nameOf(id), null);
        return;
      }
      isKept.current = keep(person, nameOf(id), { was, typed });
      noteUnsaved(nameOf(id), { isSending, isKept: isKept.current });
    },
  };
}

/** Puts back what was kept of rows from before, or sets it beside what is saved by now. */
export function usePutBack(rows: ReturnRow[], kept: ReturnType<typeof useKeptRows>, change: Change) {
  const [putBack, setPutBack] = useState<RowsPutBack | null>(null);
  const find = useEffectEvent(() => {
    forgetOld();
    const back: [id: string, at: string][] = [];
    for (const { indicatorId: id, whyNot } of rows) {
      const found = whyNot === null ? kept.find(id) : null;
      if (!found) continue;
      change(id, (state) => {
        const next = withKept(state, found);
        if (next !== state && next.status === "quiet") back.push([id, found.at]);
        return next;
      });
    }
    const at = back
      .map(([, when]) => when)
      .toSorted()
      .at(-1);
    if (at) setPutBack({ ids: back.map(([id]) => id), at: new Date(at) });
  });
  const leave = useEffectEvent(() => {
    for (const { indicatorId } of rows) kept.leave(indicatorId);
  });
  useEffect(() => {
    const timer = setTimeout(() => find());
    return () => {
      clearTimeout(timer);
      leave();
    };
  }, []);
  return { putBack, forgetPutBack: () => setPutBack(null) };
}
