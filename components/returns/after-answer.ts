import { newRequest } from "#components/kept/new-request";
import type { Refused, Result } from "#lib/actions/result";
import type { ShownActual } from "#lib/actuals/shown-actual";
import type { ReturnOutcome } from "#lib/returns/actions";
import type { ReturnRow } from "#lib/returns/return-row";
import { isSameTyped, type TypedActual, typedActual } from "#lib/rules/actual";
import { typedIn } from "#lib/rules/return-row";
import { asSaved, type RowState } from "#lib/rules/row-state";

/** The row as the page came; with what was refused, or typed so far, when the form was sent without a script. */
export function startOf(
  row: ReturnRow,
  sent: Result<ShownActual> | undefined,
  kept?: ReturnOutcome["typed"][string],
): RowState {
  const state = { ...asSaved(row), ...kept };
  if (!sent || sent.ok) return state;
  return afterAnswer(
    isClearing(sent) ? state : { ...state, typed: typedIn(sent.typed), seen: Number(sent.typed.seen) },
    sent,
  );
}

/** The row after the server's answer. What was typed meanwhile stays; a conflict brings what the other wrote. */
export function afterAnswer(state: RowState, answer: Result<ShownActual>, sentTyped = state.typed): RowState {
  if (answer.ok) {
    const saved = asSaved({ ...answer.value, actual: answer.value.content });
    return isSameTyped(state.typed, sentTyped) ? saved : { ...saved, typed: state.typed };
  }
  // A retry of what was in truth done, with other words by now: the next try is a request of its own.
  const request = answer.code === "REQUEST_REUSED" ? newRequest() : state.request;
  const refused = {
    ...state,
    request,
    message: answer.message,
    field: fieldOf(answer.fields),
    offers: offersOf(answer),
    asksWhy: (answer.details.asksWhy as string | undefined) ?? state.asksWhy,
  };
  const theirs = answer.code === "CONFLICT" ? (answer.details.theirs as RowState["theirs"] | undefined) : undefined;
  if (!theirs) return { ...refused, status: "refused" };
  // Nothing of mine is lost: it says what it would have cleared, and can be asked to again.
  if (isClearing(answer)) {
    const was = typedActual(theirs.content);
    return { ...refused, status: "refused", typed: was, was, content: theirs.content, seen: theirs.version };
  }
  return { ...refused, status: "conflict", theirs, was: typedActual(theirs.content), content: theirs.content };
}

/** A clearing sends no fields of what was typed. */
const isClearing = ({ typed }: Refused) => !("value" in typed);

const offersOf = ({ details }: Refused) => (details.offers as RowState["offers"] | undefined) ?? [];

function fieldOf(fields: Record<string, string>): keyof TypedActual {
  return (Object.keys(fields)[0] as keyof TypedActual | undefined) ?? "value";
}
