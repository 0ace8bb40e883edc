import { ReturnStateTag } from "#components/returns/return-state-tag";
import { SummaryList } from "#components/ui/summary-list";
import type { TeamReturn } from "#lib/returns/get-team-return";
import { apart } from "#lib/rules/direction";
import { dateName, momentName } from "#lib/rules/moment";

/** A return at a glance. */
export function ReturnFacts({ found, timeZone }: { found: TeamReturn; timeZone: string }) {
  const { cells, submission, monthState, figuresDue, commentaryDue } = found;
  const due = cells.filter(({ isDue }) => isDue).length;
  const given = cells.filter(({ actual }) => actual?.value != null).length;
  const explained = cells.filter(({ actual }) => actual?.missing != null).length;
  const rows = [
    { term: "State", value: <ReturnStateTag submission={submission} monthState={monthState} /> },
    { term: "Figures", value: `${due} due: ${given} given, ${explained} explained by a symbol` },
    { term: "Figures due", value: figuresDue && dateName(figuresDue) },
    { term: "Commentary due", value: commentaryDue && dateName(commentaryDue) },
    {
      term: "Submitted",
      value: submission && `by ${apart(submission.submittedBy)}, ${momentName(submission.submittedAt, timeZone)}`,
    },
    {
      term: submission?.isReopened ? "Reopened" : "Was reopened",
      value:
        submission?.reopenedUntil &&
        `until ${momentName(submission.reopenedUntil, timeZone)}, by ${apart(submission.reopenedBy ?? "")}`,
    },
    {
      term: "Asked to be reopened",
      value:
        submission?.askedAt &&
        `by ${apart(submission.askedBy ?? "")}, ${momentName(submission.askedAt, timeZone)}: “${apart(submission.askedReason ?? "")}”`,
    },
    {
      term: "Not reopened",
      value:
        submission?.refusedAt &&
        `refused by ${apart(submission.refusedBy ?? "")}, ${momentName(submission.refusedAt, timeZone)}: “${apart(submission.refusedReason ?? "")}”`,
    },
  ];
  return <SummaryList rows={rows.filter(({ value }) => value)} />;
}
