import { type Action, isWaiting } from "#components/kept/reaching";
import { useLedOn } from "#components/kept/use-led-on";
import { usePinned } from "#components/kept/use-pinned";
import { useSentAction } from "#components/kept/use-sent-action";
import { useShownAnew } from "#components/kept/use-shown-anew";

/**
 * One verb's form: what a `KeptForm` is given (`key` and `form`), what its page gave it as it was when somebody began to
 * type, and why it was refused. `summary` is what is said above it; of what waits to be sent again the form says it itself.
 */
export function useVerbForm<T extends { next?: string }, G extends { request: string }>(
  action: Action<T>,
  name: string,
  given: G,
) {
  const [answer, send, isPending] = useSentAction(action);
  const isBusy = useLedOn(answer) || isPending;
  const { key, ...pinned } = usePinned(name, given, answer);
  // Over what was seen it is refused for ever: the page is to show what stands by now, to go on over that.
  useShownAnew("seen" in given && answer?.ok === false && answer.code === "CONFLICT" ? answer : null);
  return {
    key,
    form: { name, answer, isSending: isBusy, action: send },
    given: pinned,
    refused: answer && !answer.ok ? answer : null,
    summary: isWaiting(answer) ? null : answer,
    isBusy,
  };
}
