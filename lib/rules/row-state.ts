import {
  type ActualContent,
  isSameTyped,
  nothingTyped,
  saysNothing,
  type TypedActual,
  typedActual,
  typedOver,
} from "#lib/rules/actual";
import { isReturning } from "#lib/rules/change-reason";

/** A row of the return as it stands on the screen: what was saved, what is typed, and what came of sending it. */
export type RowState = {
  typed: TypedActual;
  /** The actual as last known, which Esc brings back. */
  was: TypedActual;
  content: ActualContent | null;
  seen: number;
  saved: string | null;
  request: string;
  /** What is said before its figure is changed, where that asks for a reason. */
  asksWhy: string | null;
  /** "waiting": for the connection to come back, when it is sent again. */
  status: "quiet" | "saving" | "waiting" | "refused" | "conflict";
  message: string | null;
  field: keyof TypedActual;
  /** What may have been meant, to choose from. */
  offers: readonly string[];
  /** What another wrote meanwhile. */
  theirs: { version: number; content: ActualContent } | null;
};

type SavedRow = {
  actual: ActualContent | null;
  version: number;
  saved: string | null;
  request: string;
  asksWhy?: string | null;
};

/** The row as it was saved, before anybody types. */
export function asSaved({ actual, version, saved, request, asksWhy = null }: SavedRow): RowState {
  const was = typedActual(actual);
  return {
    typed: was,
    was,
    content: actual,
    seen: version,
    saved,
    request,
    asksWhy,
    status: "quiet",
    message: null,
    field: "value",
    offers: [],
    theirs: null,
  };
}

export const isChanged = ({ typed, was }: RowState) => !isSameTyped(typed, was);

/** Whether more than its figure was typed, which stands behind the row's button. */
export const isMoreChanged = (state: RowState | undefined): boolean =>
  state !== undefined && !isSameTyped({ ...state.typed, value: "" }, { ...state.was, value: "" });

/** A recorded figure was rubbed out: blank is not zero, and clearing is an act of its own. */
export const isRubbedOut = ({ typed, was }: RowState) => saysNothing(typed) && !saysNothing(was);

/** A row whose figure is to be cleared once it is said why. */
export const rubbedOut = (state: RowState): RowState =>
  state.status === "refused" ? { ...state, typed: nothingTyped } : state;

/** The row waits for an answer: whose figure to keep, which one was meant, why it changes, or whether to clear it. */
export const isToDecide = (state: RowState) =>
  state.theirs !== null ||
  (state.status === "refused" && (state.offers.length > 0 || state.field === "because" || isRubbedOut(state)));

/** The row as it was before it was typed in; after a conflict, as the other left it. */
export function undone(state: RowState): RowState {
  const seen = state.theirs?.version ?? state.seen;
  return { ...state, typed: state.was, seen, status: "quiet", message: null, offers: [], theirs: null };
}

/** The row with something typed into it. A conflict stays until one of the two is kept. */
export function typedInto(state: RowState, change: Partial<TypedActual>): RowState {
  // What was asked stands until it is answered.
  if (Object.keys(change).every((field) => field === "because" || field === "why")) {
    return { ...state, typed: { ...state.typed, ...change } };
  }
  const over = change.value === undefined ? state.typed : typedOver(state.typed, change.value, state.was);
  // Typed over, it no longer goes back to what had stood there.
  const typed = { ...over, ...(isReturning(over) && { because: "" }), ...change };
  return state.status === "conflict"
    ? { ...state, typed }
    : { ...state, typed, status: "quiet", message: null, offers: [] };
}
