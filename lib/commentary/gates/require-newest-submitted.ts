import { Refusal } from "#lib/audit/refusal";
import type { CellRevision, CommentCell } from "#lib/commentary/cell/comment-cell";
import { apart } from "#lib/rules/direction";
import { momentSince } from "#lib/rules/moment";
import { monthName } from "#lib/rules/month";

/** What the head of service has before them: the newest revision that was submitted and not withdrawn. */
export const newestSubmitted = ({ revisions }: Pick<CommentCell, "revisions">): CellRevision | null =>
  revisions.findLast(({ submittedAt, withdrawnAt }) => submittedAt && !withdrawnAt) ?? null;

/** The revision that was read, if it is still the one to decide on. Throws CONFLICT when it was replaced or withdrawn. */
export function requireNewestSubmitted(cell: CommentCell, revisionId: string, timeZone: string): CellRevision {
  const read = cell.revisions.find(({ id }) => id === revisionId);
  const newest = newestSubmitted(cell);
  if (read && newest?.id === read.id) return read;
  const about = `the comment on ${cell.ref} for ${monthName(cell.month)}`;
  if (!read?.submittedAt) throw new Refusal("WRONG_STATE", `This revision of ${about} has not been submitted.`);
  if (newest && newest.number > read.number) {
    throw new Refusal(
      "CONFLICT",
      `Revision ${newest.number} of ${about} was submitted by ${apart(newest.submittedBy ?? "")} at ${at(newest.submittedAt, timeZone)}, in place of revision ${read.number}. Read that one.`,
    );
  }
  throw new Refusal(
    "CONFLICT",
    `Revision ${read.number} of ${about} was withdrawn by ${apart(read.withdrawnBy ?? "")} at ${at(read.withdrawnAt, timeZone)}, so there is nothing to decide.`,
  );
}

function at(moment: Date | null, timeZone: string): string {
  return moment ? momentSince(moment, new Date(), timeZone) : "an unknown time";
}
