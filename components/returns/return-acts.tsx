import { randomUUID } from "node:crypto";
import { type GoneForm, LeftOver } from "#components/kept/left-over";
import { AskReopeningForm } from "#components/returns/ask-reopening-form";
import { RefuseReopeningForm } from "#components/returns/refuse-reopening-form";
import { ReopenReturnForm } from "#components/returns/reopen-return-form";
import { SubmitReturnForm } from "#components/returns/submit-return-form";
import { WithdrawReopeningForm } from "#components/returns/withdraw-reopening-form";
import type { TeamReturn } from "#lib/returns/get-team-return";
import type { Day } from "#lib/rules/day";
import { monthName } from "#lib/rules/month";

/**
 * What this person can do with a return: submit it, ask for it to be reopened or take that back, reopen it, or refuse to;
 * and what they typed to do what cannot be done any more.
 */
export function ReturnActs({
  found,
  isLead,
  reopening,
  tomorrow,
}: {
  found: TeamReturn;
  isLead: boolean;
  /** Whether they may reopen it, and what they see of it and of the request that waits. */
  reopening: { isTheirs: boolean; seen: string; seenAsking: string };
  tomorrow: Day;
}) {
  const { scorecard, team, month, monthState, submission, drafts, seen } = found;
  const isOpen = monthState === "open";
  const mayAsk = isOpen && isLead && isLocked(submission) && !submission?.askedAt;
  const reopened = isOpen && reopening.isTheirs ? submission : null;
  const mayRefuse = Boolean(reopened?.askedAt);
  const gone = goneForms(found, { ask: !mayAsk, reopen: !reopened, refuse: !mayRefuse });
  if (!isOpen) return <LeftOver forms={gone} />;
  const place = () => ({ scorecardId: scorecard.id, teamId: team.id, month, request: randomUUID() });
  const isStopped = found.cells.some(({ stops }) => stops.length > 0);
  return (
    <div className="mt-5 print:hidden">
      <LeftOver forms={gone} />
      {isLead && !isLocked(submission) && !isStopped && (
        <>
          <p>
            {drafts.length > 0
              ? `Submitting it submits ${drafts.length === 1 ? "its draft" : "its drafts"} on ${drafts.map(({ ref }) => ref).join(", ")}. `
              : ""}
            It is locked then: to change a figure or a comment after that, you ask for it to be reopened.
          </p>
          <SubmitReturnForm {...place()} seen={seen} />
        </>
      )}
      {mayAsk && <AskReopeningForm {...place()} />}
      {isLead && submission?.askedAt && <WithdrawReopeningForm {...place()} seen={reopening.seenAsking} />}
      {reopened && (
        <ReopenReturnForm
          {...place()}
          seen={reopening.seen}
          until={`${tomorrow}T17:00`}
          isAsked={reopened.askedAt !== null}
        />
      )}
      {reopened && mayRefuse && <RefuseReopeningForm {...place()} seen={reopening.seenAsking} />}
    </div>
  );
}

export const isLocked = (submission: TeamReturn["submission"]) => submission !== null && !submission.isReopened;

type Gone = Record<"ask" | "reopen" | "refuse", boolean>;

function goneForms(found: TeamReturn, isGone: Gone): GoneForm[] {
  const of = `${found.scorecard.id} ${found.team.id} ${found.month}`;
  const names = { ask: "ask reopening", reopen: "reopen return", refuse: "refuse reopening" };
  const why = whyGone(found);
  return (["ask", "reopen", "refuse"] as const).flatMap((act) =>
    isGone[act] ? [{ name: `${names[act]} ${of}`, saved: {}, why }] : [],
  );
}

function whyGone({ month, monthState, submission }: TeamReturn): string {
  if (monthState !== "open") return `${monthName(month)} is ${monthState}.`;
  if (!submission) return "The return is not submitted.";
  if (submission.isReopened) return "The return is reopened.";
  return submission.askedAt ? "It is asked to be reopened." : "It is not asked to be reopened.";
}
