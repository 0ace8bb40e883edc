import type { Kept } from "#components/kept/kept-words";
import type { ReturnRow } from "#lib/returns/return-row";
import { actualWords, emptyActual, isSameTyped, nothingTyped, type TypedActual } from "#lib/rules/actual";
import { momentName } from "#lib/rules/moment";
import { asSaved, isChanged, type RowState } from "#lib/rules/row-state";

/** The row after its page came anew: what is saved by then, unless something else is typed over what was. */
export function afterPage(state: RowState, row: ReturnRow): RowState {
  if (row.version <= state.seen) return state;
  const saved = asSaved(row);
  return isChanged(state) ? toChoose(saved, state.typed, "What you typed is not saved.") : saved;
}

/** The row with what was typed into it before and kept: put back over what it was typed over, else beside what is saved by now. */
export function withKept(state: RowState, { at, was, typed }: Kept): RowState {
  const back: TypedActual = { ...nothingTyped, ...typed };
  if (isChanged(state) || isSameTyped(back, state.typed)) return state;
  if (isSameTyped({ ...nothingTyped, ...was }, state.was)) return { ...state, typed: back };
  return toChoose(state, back, `What you typed on ${momentName(new Date(at))} is not saved.`);
}

/** What is saved and what is typed, one of which can be kept. */
function toChoose(saved: RowState, typed: TypedActual, why: string): RowState {
  if (isSameTyped(saved.typed, typed)) return saved;
  const theirs = { version: saved.seen, content: saved.content ?? emptyActual };
  const message = `${actualWords(saved.content).replace(/^./, (first) => first.toUpperCase())} is recorded by now. ${why}`;
  return { ...saved, typed, status: "conflict", message, theirs };
}
