import { startTransition, useEffect, useEffectEvent, useRef, useState } from "react";
import { isWaiting, waitingWords } from "#components/kept/reaching";
import { usePerson } from "#components/kept/signed-in";
import { afterAnswer, startOf } from "#components/returns/after-answer";
import { afterPage } from "#components/returns/after-page";
import { useKeptRows, usePutBack } from "#components/returns/use-kept-rows";
import { useUnanswered } from "#components/returns/use-unanswered";
import { clearActualAction, recordActualAction } from "#lib/actuals/actions";
import type { ReturnOutcome } from "#lib/returns/actions";
import type { ReturnRow } from "#lib/returns/return-row";
import type { Act } from "#lib/rules/acts";
import {
  type ActualContent,
  isSameTyped,
  readActual,
  saysNothing,
  type TypedActual,
  typedActual,
} from "#lib/rules/actual";
import { wrongReason } from "#lib/rules/asks-why";
import type { GivenReason } from "#lib/rules/change-reason";
import { surroundingsOfRow } from "#lib/rules/figure-doubt";
import type { Month } from "#lib/rules/month";
import { fieldsOfTyped } from "#lib/rules/return-row";
import { isChanged, isMoreChanged, type RowState, rubbedOut, typedInto, undone } from "#lib/rules/row-state";
import { writtenByField } from "#lib/rules/written-by";

/** The grid's rows by indicator, and what a person can do to one. Each row is sent by itself, never twice at once. */
export function useReturnRows(
  month: Month,
  rows: ReturnRow[],
  outcome: ReturnOutcome | null,
  { onSaved, onRefused }: { onSaved: (act: Act) => void; onRefused: (id: string, message: string) => void },
) {
  const [states, setStates] = useState(() =>
    Object.fromEntries(
      rows.map((row) => [
        row.indicatorId,
        startOf(row, outcome?.rows[row.indicatorId], outcome?.typed[row.indicatorId]),
      ]),
    ),
  );
  const latest = useRef(states);
  const sending = useRef(new Set<string>());
  const waiting = useRef(new Set<string>());
  const unanswered = useUnanswered((id) => latest.current[id]?.typed);
  const kept = useKeptRows(month);
  const person = usePerson();
  const rowOf = (id: string) => rows.find(({ indicatorId }) => indicatorId === id);

  const change = (id: string, changed: (state: RowState) => RowState) => {
    const state = latest.current[id];
    const next = state && changed(state);
    if (!next || next === state) return;
    latest.current = { ...latest.current, [id]: next };
    setStates(latest.current);
    kept.note(id, next, sending.current.has(id));
  };
  const { putBack, forgetPutBack } = usePutBack(rows, kept, change);
  const showPage = useEffectEvent((row: ReturnRow) => {
    if (!sending.current.has(row.indicatorId)) change(row.indicatorId, (now) => afterPage(now, row));
  });
  useEffect(() => rows.forEach(showPage), [rows]);

  async function send(
    id: string,
    action: typeof recordActualAction,
    sent: RowState,
    fields: Record<string, string>,
    { again, afterwards }: { again: () => void; afterwards?: (state: RowState) => RowState },
  ) {
    const form = new FormData();
    const cell = { indicator: id, month, seen: String(sent.seen), request: sent.request, [writtenByField]: person };
    for (const [name, value] of Object.entries({ ...cell, ...fields })) form.set(name, value);
    sending.current.add(id);
    change(id, (state) => ({ ...state, status: "saving", message: null, offers: [] }));
    const { answer, arrived } = await unanswered.ask(id, { action, form, typed: sent.typed, again });
    sending.current.delete(id);
    const isAsked = waiting.current.delete(id);
    if (isWaiting(answer)) {
      const message = waitingWords(answer, kept.isKept());
      change(id, (state) => ({ ...state, status: "waiting", message }));
      if (sent.status !== "waiting") onRefused(id, message);
      return;
    }
    change(id, (state) => afterAnswer(state, answer, arrived));
    if (afterwards) change(id, afterwards);
    if (answer.ok) {
      const { content: after, version } = answer.value;
      onSaved({ id, before: sent.content, after, from: sent.seen, version });
    } else onRefused(id, answer.message);
    const typed = latest.current[id]?.typed ?? sent.typed;
    if ((isAsked || arrived !== sent.typed) && !isSameTyped(typed, arrived)) save(id);
  }

  /** Sends a row that was changed. Answers whether the cell may be left: not where it has to be looked at first. */
  function save(id: string, { keepMine = false } = {}): boolean {
    const [state, row] = [latest.current[id], rowOf(id)];
    if (!state || !row || row.whyNot) return true;
    if (sending.current.has(id)) {
      waiting.current.add(id);
      return true;
    }
    if (!isChanged(state)) return true;
    if (state.status === "conflict" && !keepMine) return false;
    const reading = readActual(state.typed, row, surroundingsOfRow(row, state.content?.value ?? null));
    if (!reading.ok) {
      const { message, field, offers = [] } = reading;
      change(id, (now) => ({ ...now, status: "refused", message, field, offers }));
      if (state.status !== "refused") onRefused(id, message);
      return false;
    }
    const wrong = wrongReason(state.content, reading.content, { asks: state.asksWhy, given: state.typed });
    if (wrong !== null) return refuseReason(id, wrong);
    const sent = keepMine && state.theirs ? { ...state, seen: state.theirs.version } : state;
    const again = () => save(id, { keepMine });
    startTransition(() => send(id, recordActualAction, sent, fieldsOfTyped(sent.typed), { again }));
    return true;
  }

  function refuseReason(id: string, message: string): false {
    const isNew = latest.current[id]?.message !== message;
    change(id, (now) => ({ ...now, status: "refused", message, field: "because", offers: [] }));
    if (isNew) onRefused(id, message);
    return false;
  }

  /** Goes on with one of what may have been meant. Answers whether the cell may be left. */
  function take(id: string, offer: string): boolean {
    change(id, (state) => typedInto(state, { value: offer, sure: offer }));
    return save(id);
  }

  /** By a key, its reason is given beforehand; where another is asked, it waits as rubbed out. */
  function clear(id: string, reason?: GivenReason) {
    const state = latest.current[id];
    if (!state || sending.current.has(id)) return;
    const { because, why } = reason ?? state.typed;
    const afterwards = (now: RowState) => (reason && now.field === "because" ? rubbedOut(now) : now);
    const wrong = wrongReason(state.content, null, { asks: state.asksWhy, given: { because, why } });
    if (wrong === null) {
      const again = () => clear(id, reason);
      startTransition(() => send(id, clearActualAction, state, { because, why }, { again, afterwards }));
    } else {
      refuseReason(id, wrong);
      change(id, afterwards);
    }
  }

  /** Writes what a row said at another time over the version that it is to stand on. Answers whether it was sent. */
  function bringBack(id: string, content: ActualContent | null, seen: number, because: string): boolean {
    // What stood there before is not asked about again.
    const typed = { ...typedActual(content), sure: content?.value ?? "", because };
    const before = latest.current[id];
    const isClearing = saysNothing(typed);
    change(id, (state) => ({ ...undone(state), ...(isClearing ? {} : { typed }), seen }));
    if (isClearing) clear(id, typed);
    else save(id);
    const isSent = sending.current.has(id);
    if (!isSent && before && latest.current[id]?.status === "quiet") change(id, () => before);
    return isSent;
  }

  return {
    states,
    /** Whether a row came opened. */
    isOpened: (id: string) =>
      outcome?.opened.includes(id) || (putBack?.ids.includes(id) && isMoreChanged(states[id])) || false,
    putBack,
    throwAway: () => {
      for (const id of putBack?.ids ?? []) change(id, undone);
      forgetPutBack();
    },
    type: (id: string, typed: Partial<TypedActual>) => change(id, (state) => typedInto(state, typed)),
    undo: (id: string) => change(id, undone),
    save,
    take,
    clear,
    bringBack,
    /** A row as it stands now, also before it is drawn. */
    stateOf: (id: string) => latest.current[id],
    isSending: () => sending.current.size > 0,
    saveAll: () => {
      for (const { indicatorId } of rows) save(indicatorId);
    },
  };
}

export type ReturnRows = ReturnType<typeof useReturnRows>;
