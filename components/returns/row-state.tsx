import type { Refused, Result } from "#lib/actions/result";
import type { ShownActual } from "#lib/actuals/shown-actual";
import type { ReturnRow } from "#lib/returns/return-row";
import { type ActualContent, isSameTyped, saysNothing, type TypedActual, typedActual } from "#lib/rules/actual";
import { typedIn } from "#lib/rules/return-row";

type Theirs = { version: number; content: ActualContent };

/** A row of the grid as it stands on the screen: what was saved, what is typed, and what came of sending it. */
export type RowState = {
  typed: TypedActual;
  /** The actual as last known, which Esc brings back. */
  was: TypedActual;
  content: ActualContent | null;
  seen: number;
  saved: string | null;
  request: string;
  status: "quiet" | "saving" | "refused" | "conflict";
  message: string | null;
  field: keyof TypedActual;
  theirs: Theirs | null;
};

export const isChanged = ({ typed, was }: RowState) => !isSameTyped(typed, was);

/** A recorded figure was rubbed out: blank is not zero, and clearing is an act of its own. */
export const isRubbedOut = ({ typed, was }: RowState) => saysNothing(typed) && !saysNothing(was);

/** The row as the page came, with what was refused when the form was sent without a script. */
export function startOf(row: ReturnRow, sent: Result<ShownActual> | undefined): RowState {
  const was = typedActual(row.actual);
  const state: RowState = {
    typed: was,
    was,
    content: row.actual,
    seen: row.version,
    saved: row.saved,
    request: row.request,
    status: "quiet",
    message: null,
    field: "value",
    theirs: null,
  };
  if (!sent || sent.ok) return state;
  return afterAnswer(
    isClearing(sent) ? state : { ...state, typed: typedIn(sent.typed), seen: Number(sent.typed.seen) },
    sent,
  );
}

/** The row after the server's answer. What was typed meanwhile stays; a conflict brings what the other wrote. */
export function afterAnswer(state: RowState, answer: Result<ShownActual>, sentTyped = state.typed): RowState {
  if (answer.ok) {
    const { content, version, saved, request } = answer.value;
    const was = typedActual(content);
    const typed = isSameTyped(state.typed, sentTyped) ? was : state.typed;
    return {
      ...state,
      typed,
      was,
      content,
      seen: version,
      saved,
      request,
      status: "quiet",
      message: null,
      theirs: null,
    };
  }
  // A retry of what was in truth done, with other words by now: the next try is a request of its own.
  const request = answer.code === "REQUEST_REUSED" ? newRequest() : state.request;
  const refused = { ...state, request, message: answer.message, field: fieldOf(answer.fields) };
  const theirs = answer.code === "CONFLICT" ? (answer.details.theirs as Theirs | undefined) : undefined;
  if (!theirs) return { ...refused, status: "refused" };
  // Nothing of mine is lost: it says what it would have cleared, and can be asked to again.
  if (isClearing(answer)) {
    const was = typedActual(theirs.content);
    return { ...refused, status: "refused", typed: was, was, content: theirs.content, seen: theirs.version };
  }
  return { ...refused, status: "conflict", theirs, was: typedActual(theirs.content), content: theirs.content };
}

/** The row as it was before it was typed in; after a conflict, as the other left it. */
export function undone(state: RowState): RowState {
  const seen = state.theirs?.version ?? state.seen;
  return { ...state, typed: state.was, seen, status: "quiet", message: null, theirs: null };
}

/** The row with something typed into it. A conflict stays until one of the two is kept. */
export function typedInto(state: RowState, change: Partial<TypedActual>): RowState {
  const typed = { ...state.typed, ...change };
  return state.status === "conflict" ? { ...state, typed } : { ...state, typed, status: "quiet", message: null };
}

/** A clearing sends no fields of what was typed. */
const isClearing = ({ typed }: Refused) => !("value" in typed);

function fieldOf(fields: Record<string, string>): keyof TypedActual {
  return (Object.keys(fields)[0] as keyof TypedActual | undefined) ?? "value";
}

/** A random UUID, also where the browser has no `crypto.randomUUID`: on plain http to another machine. */
function newRequest(): string {
  const bytes = [...crypto.getRandomValues(new Uint8Array(16))];
  const hex = bytes.map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return hex.replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12})$/, "$1-$2-4$3-8$4-$5");
}
