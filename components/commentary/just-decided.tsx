import { Note } from "#components/ui/note";
import type { HeadView } from "#lib/commentary/reading/head-view";
import { figureSaid } from "#lib/rules/commentary-status";
import { apart } from "#lib/rules/direction";
import { monthName } from "#lib/rules/month";

/** A line that says what was just done to a revision, now that the next comment stands in its place. */
export function JustDecided({ view: { cell, shown }, revisionId }: { view: HeadView; revisionId: string }) {
  const revision = cell.revisions.find(({ id }) => id === revisionId);
  const decision = revision?.decisions[0];
  if (!revision || !decision) return null;
  const about = `revision ${revision.number} of the comment on ${cell.ref} for ${monthName(cell.month)}`;
  const left = shown?.kind === "approved" ? `shows revision ${shown.revision.number} again` : "no longer shows it";
  const said = {
    approved: `Approved: ${about}, for ${figureSaid(decision)}. The live scorecard shows it now.`,
    returned: `Returned: ${about}. The ${apart(cell.team?.name ?? "")} team lead sees your reason at once.`,
    withdrawn: `Approval withdrawn: ${about}. The scorecard ${left}.`,
  };
  return (
    <Note key={revision.id} live="status">
      {said[decision.kind]}
    </Note>
  );
}
