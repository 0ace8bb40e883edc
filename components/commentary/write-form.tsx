"use client";

import { AskedList } from "#components/commentary/asked-words";
import { TheirWords } from "#components/commentary/their-words";
import { KeptForm } from "#components/kept/kept-form";
import { LeftOver } from "#components/kept/left-over";
import { isWaiting } from "#components/kept/reaching";
import { useLedOn } from "#components/kept/use-led-on";
import { usePinned } from "#components/kept/use-pinned";
import { useSentAction } from "#components/kept/use-sent-action";
import { useShownAnew } from "#components/kept/use-shown-anew";
import { Button } from "#components/ui/button";
import { CountedTextarea } from "#components/ui/counted-textarea";
import { ErrorSummary } from "#components/ui/error-summary";
import type { Refused } from "#lib/actions/result";
import { writeCommentAction } from "#lib/commentary/actions";
import type { From } from "#lib/commentary/inputs";
import type { CommentPage } from "#lib/commentary/reading/get-comment-page";
import { longestReason, longestWords } from "#lib/rules/longest";
import type { Asked } from "#lib/rules/said/asked";
import { redactedBefore } from "#lib/rules/without-mark";

const hint =
  "Say what lies behind the figure and what is done about it. Name no child and no family, nor what would identify one.";

type Theirs = { revisionId: string; version: number; number: number; body: string; isOwn: boolean };

/**
 * The words and two buttons: keep them as a draft, or submit them. Whatever is refused, the words stay; after a conflict
 * they are sent over what the other wrote, who is shown beside them.
 */
export function WriteForm({
  indicatorId,
  month,
  from,
  opens,
  saved,
  ...page
}: {
  indicatorId: string;
  month: string;
  request: string;
  from: From;
  writing: CommentPage["writing"];
  /** What a folded form is opened by, where there are words that need no more writing. */
  opens: string | null;
  /** The newest words that this person may read. */
  saved: string;
}) {
  const [state, send, isSending] = useSentAction(writeCommentAction);
  const isLeading = useLedOn(state);
  const name = `comment ${indicatorId} ${month}`;
  const { request, writing, key } = usePinned(name, { request: page.request, writing: page.writing }, state);
  const refused = state?.ok === false ? state : null;
  const theirs = refused?.code === "CONFLICT" ? (refused.details.theirs as Theirs | undefined) : undefined;
  // What is said of the comment above is to be so now.
  useShownAnew(theirs);
  const asked = refused?.details.asked as Asked[] | undefined;
  if (writing.whyNot !== null && !refused) {
    return <LeftOver forms={[{ name, saved: { body: saved }, why: writing.whyNot }]} />;
  }
  const seen = theirs ?? (writing.whyNot === null ? writing.seen : sentOver(refused));
  const isOthers = refused?.code === "OTHER_PERSON";
  const isHeld = isSending || isLeading || (writing.whyNot !== null && !isOthers);
  const { body, mark } = writing.whyNot === null ? writing : { body: "", mark: null };
  const form = (
    <KeptForm
      aria-label="Comment"
      key={key}
      name={name}
      saved={{ body, because: "" }}
      answer={state}
      action={send}
      isSending={isSending}
    >
      {refused && !isWaiting(refused) && (
        <ErrorSummary
          errors={[{ message: refused.message, field: refused.fields.because ? "because" : "body" }]}
          title={
            theirs
              ? `${theirs.isOwn ? "You" : "Somebody else"} wrote meanwhile`
              : asked
                ? "Not submitted yet"
                : "Your words were not saved"
          }
        />
      )}
      {theirs && <TheirWords {...theirs} />}
      <input type="hidden" name="indicator" value={indicatorId} />
      <input type="hidden" name="month" value={month} />
      <input type="hidden" name="request" value={request} />
      {from && <input type="hidden" name="from" value={from} />}
      <input type="hidden" name="revision" value={seen.revisionId ?? ""} />
      <input type="hidden" name="seen" value={seen.version} />
      <CountedTextarea
        name="body"
        label={theirs ? "Your words" : "Comment"}
        hint={mark ? `${hint} ${redactedBefore(mark)}` : hint}
        rows={9}
        most={longestWords}
        defaultValue={refused?.typed.body ?? body}
        error={refused?.fields.body}
      />
      {asked && (
        <>
          <AskedList asked={asked} />
          <input type="hidden" name="asked" value={asked.map(({ passage }) => passage).join("\n")} />
          <CountedTextarea
            name="because"
            label="Why the words may stand"
            hint="Your head of service reads it beside the words, and it stands in the history."
            rows={2}
            most={longestReason}
            defaultValue={refused?.typed.because}
            error={refused?.fields.because}
          />
        </>
      )}
      <div className="flex flex-wrap items-center gap-3">
        <Button name="as" value="submission" disabled={isHeld}>
          Submit
        </Button>
        <Button name="as" value="draft" tone="quiet" disabled={isHeld}>
          Save draft
        </Button>
        <p className="min-w-0 flex-1 basis-60 text-sm text-soft">
          A submitted revision never changes; you can withdraw it until it is decided on.
        </p>
      </div>
    </KeptForm>
  );
  if (!opens) return form;
  return (
    <details className="max-w-3xl" open={refused !== null}>
      <summary className="w-fit font-semibold text-accent">{opens}</summary>
      <div className="mt-3">{form}</div>
    </details>
  );
}

/** Over what words were sent that came back to somebody who cannot write here. */
const sentOver = (refused: Refused | null) => ({
  revisionId: refused?.typed.revision ?? null,
  version: Number(refused?.typed.seen ?? 0),
});
