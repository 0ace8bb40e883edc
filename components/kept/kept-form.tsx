"use client";

import {
  type ComponentProps,
  lazy,
  Suspense,
  startTransition,
  useEffect,
  useEffectEvent,
  useRef,
  useState,
} from "react";
import { wordsIn } from "#components/kept/form-words";
import type { Words } from "#components/kept/kept-words";
import { isWaiting, waitingWords } from "#components/kept/reaching";
import { useKeptFields } from "#components/kept/use-kept-fields";
import { useResend } from "#components/kept/use-resend";
import { WrittenBy } from "#components/kept/written-by";
import { useIsOnline } from "#components/ui/connection-words";
import { Note } from "#components/ui/note";
import type { Result } from "#lib/actions/result";

// Few come back to something that they did not save.
const FoundNote = lazy(() => import("#components/kept/found-note").then((it) => ({ default: it.FoundNote })));

/**
 * A form in which people write: what they type is kept in their browser until it is saved, and sent again by itself where
 * the server could not be reached. Its request is the same each time, so it is done once; what was typed since is another.
 */
export function KeptForm({
  name,
  saved,
  answer,
  send,
  isSending,
  action,
  children,
  ...rest
}: {
  /** What is written about: words of one form are put back into no other. */
  name: string;
  /** What is saved, of each field that people write in. */
  saved: Words;
  answer: Result<unknown> | null;
  /** Sends the form; by default its action. */
  send?: (form: FormData) => void;
  isSending: boolean;
  action: (form: FormData) => void;
} & Omit<ComponentProps<"form">, "name" | "action" | "onSubmit" | "onInput">) {
  const form = useRef<HTMLFormElement>(null);
  const button = useRef<HTMLElement | null>(null);
  const sent = useRef(saved);
  const [hasTypedOn, setHasTypedOn] = useState(false);
  const isOnline = useIsOnline();
  const kept = useKeptFields(name, saved, form);

  function submit() {
    if (!form.current || isSending) return;
    const filled = new FormData(form.current, button.current);
    setHasTypedOn(false);
    sent.current = wordsIn(form.current, Object.keys(saved));
    kept.noteSending();
    startTransition(() => (send ?? action)(filled));
  }
  const settle = useEffectEvent(() => {
    if (answer?.ok) kept.settle(sent.current);
    else kept.goOn();
  });
  useEffect(() => {
    if (answer) settle();
  }, [answer]);
  useResend(isWaiting(answer) && !hasTypedOn ? answer : null, submit);

  return (
    <form
      {...rest}
      ref={form}
      action={action}
      onInput={({ nativeEvent }) => {
        if (nativeEvent.isTrusted) kept.typedOn();
        kept.keepTyped();
        if (isWaiting(answer)) setHasTypedOn(true);
      }}
      // React would empty the fields of a form that it sends itself.
      onSubmit={(event) => {
        event.preventDefault();
        button.current = (event.nativeEvent as SubmitEvent).submitter;
        submit();
      }}
    >
      <WrittenBy answer={answer} />
      {kept.found && (
        <Suspense>
          <FoundNote found={kept.found} putBack={kept.putBack} throwAway={kept.throwAway} />
        </Suspense>
      )}
      {isWaiting(answer) && (
        <Note tone="stop" live="alert">
          {waitingWords(answer, kept.isKept(), { isTypedOn: hasTypedOn, isOnline })}
        </Note>
      )}
      {children}
    </form>
  );
}
