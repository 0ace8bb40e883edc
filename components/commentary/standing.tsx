import { byWhom } from "#components/commentary/by-whom";
import { DecisionWords } from "#components/commentary/decision-words";
import { lapsedWhen } from "#components/commentary/lapsed-when";
import { Note } from "#components/ui/note";
import { TextLink } from "#components/ui/text-link";
import type { CellRevision } from "#lib/commentary/cell/comment-cell";
import type { Follows } from "#lib/commentary/reading/get-comment-page";
import { paths } from "#lib/paths";
import type { CommentState } from "#lib/rules/commentary-status";
import { apart } from "#lib/rules/direction";
import { momentName } from "#lib/rules/moment";

/** Where a comment stands and whose move it is; what was returned stays in sight until it is mended. */
export function Standing({
  follows: { state, shown, mayDecide },
  canWrite,
  timeZone,
}: {
  follows: Follows;
  canWrite: boolean;
  timeZone: string;
}) {
  const newest = "revision" in state ? state.revision : null;
  const under = state.state === "draft" ? state.after : state;
  const sentBack = under.state === "returned" || under.state === "approval withdrawn" ? under : null;
  const said = sentence(state, timeZone);
  const isElsewhere = shown !== null && shown.kind !== "lapsed" && shown.revision.id !== newest?.id;
  return (
    <>
      {sentBack && (
        <Note tone="stop">
          <p className="font-semibold">
            <DecisionWords decision={sentBack.decision} timeZone={timeZone} />
          </p>
          <p className="text-sm">
            {canWrite ? "Revise the words below and submit them again." : "It is back with the team lead."}
          </p>
        </Note>
      )}
      {(said || isElsewhere || mayDecide) && (
        <Note tone="quiet">
          {said && <p>{said}</p>}
          {isElsewhere && shown.kind === "approved" && (
            <p>
              The scorecard goes on showing revision {shown.revision.number}.{" "}
              <DecisionWords decision={shown.decision} timeZone={timeZone} />
            </p>
          )}
          {isElsewhere && shown.kind === "imported" && (
            <p>The scorecard shows the imported words meanwhile, as imported, not approved in Candour.</p>
          )}
          {mayDecide && (
            <p>
              <TextLink href={paths.approvals({ revision: mayDecide })}>Decide on it</TextLink>
            </p>
          )}
        </Note>
      )}
    </>
  );
}

function sentence(state: CommentState<CellRevision>, timeZone: string) {
  switch (state.state) {
    case "none":
      return "Nobody has written this comment.";
    case "draft":
      return `Revision ${state.revision.number} is a draft, ${byWhom(state.revision, timeZone)}. Only the team’s leads and the auditor see it.`;
    case "submitted":
      return `Revision ${state.revision.number} waits for the head of service: ${byWhom(state.revision, timeZone)}.`;
    case "approved":
      return (
        <>
          Revision {state.revision.number} is on the scorecard.{" "}
          <DecisionWords decision={state.decision} timeZone={timeZone} />
        </>
      );
    case "lapsed":
      return `The approval of revision ${state.revision.number} lapsed: ${state.because}. ${lapsedWhen(state.decision, timeZone) ?? ""} It waits for the head of service again, who can approve the same words for the new figure.`;
    case "withdrawn": {
      const { number, withdrawnBy, withdrawnAt } = state.revision;
      const when = withdrawnAt ? `, ${momentName(withdrawnAt, timeZone)}` : "";
      return `Revision ${number} was withdrawn by ${apart(withdrawnBy ?? "")}${when}. Nothing of it is before the head of service.`;
    }
    case "imported":
      return "These words are as imported, not approved in Candour. Submitted, as they are or better, they can be approved.";
    default:
      return null;
  }
}
