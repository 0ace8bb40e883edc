import { byWhom } from "#components/commentary/by-whom";
import { DecisionWords } from "#components/commentary/decision-words";
import { Note } from "#components/ui/note";
import type { CellRevision } from "#lib/commentary/comment-cell";
import type { Follows } from "#lib/commentary/get-comment-page";
import type { CommentState } from "#lib/rules/commentary-status";
import { momentName } from "#lib/rules/moment";

/** Where a comment stands and whose move it is; what was returned stays in sight until it is mended. */
export function Standing({ follows, timeZone }: { follows: Follows; timeZone: string }) {
  const { state, shown } = follows;
  const newest = "revision" in state ? state.revision : null;
  const sentBack = sentBackOf(state);
  return (
    <>
      {sentBack && (
        <Note tone="stop">
          <p className="font-semibold">
            <DecisionWords decision={sentBack.decision} timeZone={timeZone} />
          </p>
          <p className="text-sm">Revise the words below and submit them again.</p>
        </Note>
      )}
      <Note tone="quiet">
        <p>{sentence(state, timeZone)}</p>
        {shown?.kind === "approved" && shown.revision.id !== newest?.id && (
          <p>
            The scorecard goes on showing revision {shown.revision.number}.{" "}
            <DecisionWords decision={shown.decision} timeZone={timeZone} />.
          </p>
        )}
        {shown?.kind === "imported" && shown.revision.id !== newest?.id && (
          <p>The scorecard goes on showing the imported words, as imported, not approved in Candour.</p>
        )}
      </Note>
    </>
  );
}

function sentBackOf(state: CommentState<CellRevision>) {
  const under = state.state === "draft" ? state.after : state;
  return under.state === "returned" || under.state === "approval withdrawn" ? under : null;
}

function sentence(state: CommentState<CellRevision>, timeZone: string) {
  switch (state.state) {
    case "none":
      return "Nobody has written this comment.";
    case "draft":
      return `Revision ${state.revision.number} is a draft, ${byWhom(state.revision, timeZone)}. Only the team’s leads and the auditor see it.`;
    case "submitted":
      return `Revision ${state.revision.number} waits for the head of service: ${byWhom(state.revision, timeZone)}.`;
    case "returned":
      return `Revision ${state.revision.number} is back with the team lead.`;
    case "approved":
      return (
        <>
          Revision {state.revision.number} is on the scorecard.{" "}
          <DecisionWords decision={state.decision} timeZone={timeZone} />.
        </>
      );
    case "lapsed":
      return `The approval of revision ${state.revision.number} lapsed: ${state.because}. It waits for the head of service again, who can approve the same words for the new figure.`;
    case "approval withdrawn":
      return `The approval of revision ${state.revision.number} was withdrawn, so it is back with the team lead.`;
    case "withdrawn": {
      const { number, withdrawnBy, withdrawnAt } = state.revision;
      const when = withdrawnAt ? `, ${momentName(withdrawnAt, timeZone)}` : "";
      return `Revision ${number} was withdrawn by ${withdrawnBy}${when}. Nothing waits for the head of service.`;
    }
    case "imported":
      return "These words are as imported, not approved in Candour. Submit them, or better ones, to have them approved.";
  }
}
