import { type SQL, sql } from "drizzle-orm";
import { commentRevision } from "#db/schema/commentary";
import type { CommentCell } from "#lib/commentary/cell/comment-cell";

/** For the statement that submits: takes back the submissions whose place it takes, those that nobody has decided on. */
export function withdrawUndecided({ revisions }: CommentCell, by: SQL, isSubmitted: boolean): SQL {
  const undecided = revisions.filter((each) => each.submittedAt && !each.withdrawnAt && each.decisions.length === 0);
  const ids = isSubmitted ? undecided.map(({ id }) => id) : [];
  return sql`update ${commentRevision} r set withdrawn_by = ${by} where r.id = any(${sql.param(ids)}::uuid[]) returning id`;
}
