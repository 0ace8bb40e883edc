"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";
import { InNameOf } from "#components/commentary/in-name-of";
import { ReasonForm } from "#components/commentary/reason-form";
import { isWaiting } from "#components/kept/reaching";
import { TypedWithoutScript } from "#components/kept/typed-without-script";
import { useLedOn } from "#components/kept/use-led-on";
import { useSentAction } from "#components/kept/use-sent-action";
import { WrittenBy } from "#components/kept/written-by";
import { Button } from "#components/ui/button";
import { ErrorSummary } from "#components/ui/error-summary";
import { Note } from "#components/ui/note";
import { TextLink } from "#components/ui/text-link";
import { approveCommentAction, returnCommentAction, withdrawApprovalAction } from "#lib/commentary/actions";
import { paths } from "#lib/paths";
import { apart } from "#lib/rules/direction";

/** What one revision can be decided to be: for each decision, its form's request id, or why it cannot be, or nothing. */
export type Decisions = {
  revision: string;
  number: number;
  /** The head of service for whom a deputy decides; null for one's own team. */
  inNameOf: { id: string; name: string } | null;
  approve: { request: string; whyNot: string | null } | null;
  giveBack: { request: string; whyNot: string | null } | null;
  withdraw: { request: string; revision: string; number: number; after: string } | null;
  /** The cell as this page shows it. */
  seen: { version: number; figure: string | null; missing: string | null; grade: number | null; words: string };
};

/** With the part of the queue that it is decided in, and where the comment is put off to. */
export type Deciding = Decisions & { queue: string; later: string | null };

/**
 * Approve, return with a reason, or withdraw the approval with a reason. It stays on the page where nothing can be
 * decided any more, so that a refusal is said in any case, over what stands by then.
 */
export function DecisionForms({
  revision,
  number,
  inNameOf,
  approve,
  giveBack,
  withdraw,
  seen,
  queue,
  later,
}: Deciding) {
  const [approved, sendApproval, isApproving] = useSentAction(approveCommentAction);
  const [returned, sendReturn, isReturning] = useSentAction(returnCommentAction);
  const [withdrawn, sendWithdrawal, isWithdrawing] = useSentAction(withdrawApprovalAction);
  const isLeading = [useLedOn(approved), useLedOn(returned), useLedOn(withdrawn)].includes(true);
  const refusals = [approved, returned, withdrawn].flatMap((state) => (state?.ok === false ? [state] : []));
  const [refused = null] = refusals.filter((each) => each === approved || !isWaiting(each));
  const whyNot = [...new Set([approve?.whyNot, giveBack?.whyNot].flatMap((why) => why ?? []))];
  const fieldOf = { return: returned === refused, withdraw: withdrawn === refused };
  const outOfDate = refused?.code === "CONFLICT" || refused?.code === "WRONG_STATE" ? refused : null;
  const anew = `${paths.approvals({ revision })}${queue && `&${queue}`}`;
  const router = useRouter();
  useEffect(() => {
    if (outOfDate) router.replace(anew, { scroll: false });
  }, [outOfDate, anew, router]);
  const asked = fieldOf.return && giveBack?.whyNot === null ? revision : fieldOf.withdraw && withdraw?.revision;
  const field = refused?.fields.reason ? (fieldOf.return ? "return-reason" : "withdraw-reason") : undefined;

  return (
    <div className="mt-5">
      {refused && <ErrorSummary errors={[{ message: refused.message, field }]} title="Nothing was decided" />}
      {asked !== refused?.typed.revision && <TypedWithoutScript typed={refused?.typed.reason} />}
      {outOfDate && (
        <noscript>
          <p className="-mt-3 mb-4">
            <TextLink href={anew}>Show it as it stands now</TextLink>
          </p>
        </noscript>
      )}
      {whyNot.map((why) => (
        <Note key={why} tone="quiet">
          {why}
        </Note>
      ))}
      {inNameOf && (approve || giveBack || withdraw) && (
        <Note tone="quiet">
          You decide for {apart(inNameOf.name)}, as their deputy: the decision carries both names.
        </Note>
      )}
      <div className="grid gap-3">
        {approve && approve.whyNot === null && (
          <form aria-label="Approve" action={sendApproval} className="flex flex-wrap items-center gap-x-4 gap-y-2">
            <WrittenBy answer={approved} />
            <InNameOf head={inNameOf?.id} />
            <input type="hidden" name="revision" value={revision} />
            <input type="hidden" name="request" value={approve.request} />
            <input type="hidden" name="seen" value={seen.version} />
            <input type="hidden" name="figure" value={seen.figure ?? ""} />
            <input type="hidden" name="missing" value={seen.missing ?? ""} />
            <input type="hidden" name="grade" value={seen.grade ?? ""} />
            <input type="hidden" name="queue" value={queue} />
            <Button disabled={isApproving || isLeading} aria-describedby="approves">
              Approve revision {number}
            </Button>
            <p id="approves" className="min-w-0 flex-1 basis-72 text-sm text-soft">
              Approves these words for {seen.words}. If the figure or grade changes, the approval lapses.
            </p>
          </form>
        )}
        {giveBack && giveBack.whyNot === null && (
          <ReasonForm
            send={sendReturn}
            isSending={isReturning || isLeading}
            answer={returned}
            revision={revision}
            inNameOf={inNameOf?.id}
            request={giveBack.request}
            queue={queue}
            name="return"
            opens="Return with a reason"
            hint="The team lead sees it at once beside the comment. Say what to change, and do not name a child or a family."
            button={`Return revision ${number}`}
          />
        )}
        {later && (
          <p className="print:hidden">
            <TextLink href={later}>Later: the next one first</TextLink>
          </p>
        )}
        {withdraw && (
          <ReasonForm
            send={sendWithdrawal}
            isSending={isWithdrawing || isLeading}
            answer={withdrawn}
            revision={withdraw.revision}
            inNameOf={inNameOf?.id}
            request={withdraw.request}
            queue={queue}
            name="withdraw"
            opens={`Withdraw the approval of revision ${withdraw.number}`}
            hint="The team lead sees it beside the comment. Do not name a child or a family."
            button="Withdraw the approval"
          >
            <p className="mb-3">{withdraw.after}</p>
          </ReasonForm>
        )}
      </div>
    </div>
  );
}
