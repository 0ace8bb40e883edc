"use client";

import { stopSummary } from "#components/commentary/stop-summary";
import { KeptForm } from "#components/kept/kept-form";
import { useVerbForm } from "#components/kept/use-verb-form";
import { Button } from "#components/ui/button";
import { CountedTextarea } from "#components/ui/counted-textarea";
import { Note } from "#components/ui/note";
import { RefusedSummary } from "#components/ui/refused-summary";
import { redactWordsAction, refuseRedactionAction, withdrawRedactionAction } from "#lib/redactions/actions";
import { longestReason } from "#lib/rules/longest";

type Seen = { redaction: string; seen: number };
type Props = Seen & {
  texts: string | null;
  isOwn: boolean;
  isWriter: boolean;
  requests: { confirm: string; other: string };
};

/** What whoever looks at it may do: withdraw what they proposed, else confirm or refuse it. */
export function AnswerForms({ texts, isOwn, isWriter, requests, ...seen }: Props) {
  return (
    <section className="mt-8 max-w-3xl">
      <h2 className="mb-1 text-xl">What becomes of it</h2>
      {isOwn && (
        <>
          <p>You proposed it, so another performance officer or auditor, who wrote none of it, confirms it.</p>
          <WithdrawForm {...seen} request={requests.other} />
        </>
      )}
      {!isOwn && isWriter && <Note>You wrote some of these words, so somebody else confirms that they go.</Note>}
      {!isOwn && !isWriter && texts !== null && <ConfirmForm {...seen} texts={texts} request={requests.confirm} />}
      {!isOwn && <RefuseForm {...seen} request={requests.other} />}
    </section>
  );
}

function ConfirmForm({ redaction, seen, texts, request }: Seen & { texts: string; request: string }) {
  const { key, form, given, summary, isBusy } = useVerbForm(redactWordsAction, `confirm ${redaction}`, {
    request,
    seen,
    texts,
  });
  return (
    <KeptForm key={key} {...form} saved={{}} aria-label="Confirm the redaction" className="mt-2">
      <RefusedSummary result={summary} />
      <Hidden redaction={redaction} seen={given.seen} request={given.request} />
      <input type="hidden" name="texts" value={given.texts} />
      <p className="mb-3">
        The words go for good from everywhere above, with nobody able to bring them back here. That they stood there,
        who wrote them and what was decided of them stays. Your name is shown in their place, beside the authority.
      </p>
      <Button tone="stop" disabled={isBusy}>
        Redact the words
      </Button>
    </KeptForm>
  );
}

function WithdrawForm({ redaction, seen, request }: Seen & { request: string }) {
  const { key, form, given, summary, isBusy } = useVerbForm(withdrawRedactionAction, `withdraw ${redaction}`, {
    request,
    seen,
  });
  return (
    <KeptForm key={key} {...form} saved={{}} aria-label="Withdraw the redaction" className="mt-2">
      <RefusedSummary result={summary} />
      <Hidden redaction={redaction} seen={given.seen} request={given.request} />
      <Button tone="quiet" disabled={isBusy}>
        Withdraw it
      </Button>
    </KeptForm>
  );
}

function RefuseForm({ redaction, seen, request }: Seen & { request: string }) {
  const { key, form, given, refused, summary, isBusy } = useVerbForm(refuseRedactionAction, `refuse ${redaction}`, {
    request,
    seen,
  });
  return (
    <details className="mt-4" open={refused !== null}>
      <summary className={stopSummary}>Do not redact it</summary>
      <KeptForm
        key={key}
        {...form}
        saved={{ reason: "" }}
        aria-label="Refuse the redaction"
        className="mt-2 rounded-md border border-line bg-raised px-4 py-3.5"
      >
        <RefusedSummary result={summary} />
        <Hidden redaction={redaction} seen={given.seen} request={given.request} />
        <CountedTextarea
          name="reason"
          label="Why it is not redacted"
          hint="It stands on the register, with your name."
          rows={3}
          required
          most={longestReason}
          defaultValue={refused?.typed.reason}
          error={refused?.fields.reason}
        />
        <Button tone="stop" disabled={isBusy}>
          Refuse it
        </Button>
      </KeptForm>
    </details>
  );
}

function Hidden({ redaction, seen, request }: Seen & { request: string }) {
  return (
    <>
      <input type="hidden" name="redaction" value={redaction} />
      <input type="hidden" name="seen" value={seen} />
      <input type="hidden" name="request" value={request} />
    </>
  );
}
