import { useRef, useState } from "react";
import { type Action, isWaiting, reaching } from "#components/kept/reaching";
import { useResend } from "#components/kept/use-resend";
import type { ShownActual } from "#lib/actuals/shown-actual";
import { isSameTyped, type TypedActual } from "#lib/rules/actual";

type Sent = { action: Action<ShownActual>; form: FormData; typed: TypedActual; again: () => void };

/** Sends rows, and those that did not arrive again by themselves, unless somebody goes on typing in them. */
export function useUnanswered(typedNow: (id: string) => TypedActual | undefined) {
  /** Of each row, the first that may have arrived, and the last. */
  const unanswered = useRef(new Map<string, { first: Sent; last: Sent }>());
  const [failed, setFailed] = useState<object | null>(null);

  useResend(failed, () => {
    for (const [id, { last }] of [...unanswered.current]) {
      const typed = typedNow(id);
      if (typed && isSameTyped(typed, last.typed)) last.again();
    }
  });

  /** What became of a row. Had an earlier one arrived after all, under the same request, it is that one's answer. */
  async function ask(id: string, sent: Sent) {
    const earlier = unanswered.current.get(id)?.first;
    let [answer, arrived] = [await reaching(sent.action)(null, sent.form), sent.typed];
    if (!answer.ok && answer.code === "REQUEST_REUSED" && earlier) {
      [answer, arrived] = [await reaching(earlier.action)(null, earlier.form), earlier.typed];
    }
    if (isWaiting(answer)) {
      unanswered.current.set(id, { first: earlier ?? sent, last: sent });
      setFailed({});
    } else {
      unanswered.current.delete(id);
      if (unanswered.current.size === 0) setFailed(null);
    }
    return { answer, arrived };
  }

  return { ask };
}
