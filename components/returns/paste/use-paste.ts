import { type SubmitEvent, startTransition, useActionState, useState } from "react";
import { reaching } from "#components/kept/reaching";
import { useLoadedAnew } from "#components/returns/paste/use-loaded-anew";
import type { Result } from "#lib/actions/result";
import { type Pasted, pasteActualsAction } from "#lib/returns/actions";
import type { PasteReview } from "#lib/returns/paste/paste-review";

type Answer = Result<Pasted> | null;

/** Sends a block and what a person says of it; once it is recorded, goes to the return. Without a script the forms send themselves. */
export function usePaste(onRecorded: (review: PasteReview, sent: FormData) => void) {
  const [sent, sendPlain] = useActionState<Answer, FormData>(pasteActualsAction, null);
  const [own, setOwn] = useState<Answer>(null);
  const [isSending, setIsSending] = useState(false);
  const answer = own ?? sent;

  /** What is no answer but an error of ours goes to the page's own. */
  function send(form: FormData) {
    setIsSending(true);
    startTransition(async () => {
      const looked = answer ? detailsOf(answer) : {};
      const next = await reaching(pasteActualsAction)(null, form);
      if (next.ok && "next" in next.value && looked.review) onRecorded(looked.review, form);
      // What was looked at stays, where nobody could judge it anew.
      const isOfReview = form.has("seen") && !next.ok && !("review" in next.details);
      setOwn(isOfReview ? { ...next, details: looked } : next);
      setIsSending(false);
    });
  }

  const isLeading = useLoadedAnew(answer?.ok && "next" in answer.value ? answer.value.next : null);

  const refused = answer?.ok === false ? answer : null;
  return {
    review: answer ? (detailsOf(answer).review ?? null) : null,
    refused,
    /** Why the review, and not the box, was refused. */
    refusedReview: refused?.typed.seen === undefined ? null : refused,
    isBusy: isSending || isLeading,
    send,
    formProps: {
      action: sendPlain,
      onSubmit: (event: SubmitEvent<HTMLFormElement>) => {
        event.preventDefault();
        send(new FormData(event.currentTarget, event.nativeEvent.submitter));
      },
    },
  };
}

/** What is looked at goes on being shown after a refusal. */
const detailsOf = (answer: NonNullable<Answer>): { review?: PasteReview } =>
  answer.ok ? ("review" in answer.value ? { review: answer.value.review } : {}) : answer.details;
