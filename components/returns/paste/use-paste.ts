import { type SubmitEvent, useActionState, useState } from "react";
import { useLoadedAnew } from "#components/returns/paste/use-loaded-anew";
import type { Refused, Result } from "#lib/actions/result";
import { type Pasted, pasteActualsAction } from "#lib/returns/actions";
import type { PasteReview } from "#lib/returns/paste/paste-review";

type Answer = Result<Pasted> | null;

const unreachable: Refused = {
  ok: false,
  code: "UNAVAILABLE",
  message: "The server could not be reached. Nothing was recorded, and your block is still here: send it again.",
  fields: {},
  details: {},
  typed: {},
};

/** Sends a block and what a person says of it; once it is recorded, goes to the return. Without a script the forms send themselves. */
export function usePaste(onRecorded: (review: PasteReview) => void) {
  const [sent, sendPlain] = useActionState<Answer, FormData>(pasteActualsAction, null);
  const [own, setOwn] = useState<Answer>(null);
  const [isSending, setIsSending] = useState(false);
  const answer = own ?? sent;

  async function send(form: FormData) {
    setIsSending(true);
    const next = await pasteActualsAction(null, form).catch(() => ({
      ...unreachable,
      details: answer ? detailsOf(answer) : {},
    }));
    const looked = answer && detailsOf(answer).review;
    if (next.ok && "next" in next.value && looked) onRecorded(looked);
    setOwn(next);
    setIsSending(false);
  }

  const isLeading = useLoadedAnew(answer?.ok && "next" in answer.value ? answer.value.next : null);

  const refused = answer?.ok === false ? answer : null;
  return {
    review: answer ? (detailsOf(answer).review ?? null) : null,
    refused,
    isBusy: isSending || isLeading,
    send,
    formProps: {
      action: sendPlain,
      onSubmit: (event: SubmitEvent<HTMLFormElement>) => {
        event.preventDefault();
        void send(new FormData(event.currentTarget, event.nativeEvent.submitter));
      },
    },
  };
}

/** What is looked at goes on being shown after a refusal. */
const detailsOf = (answer: NonNullable<Answer>): { review?: PasteReview } =>
  answer.ok ? ("review" in answer.value ? { review: answer.value.review } : {}) : answer.details;
