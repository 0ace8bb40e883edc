import { Refusal } from "#lib/audit/refusal";
import type { CommentCell } from "#lib/commentary/cell/comment-cell";
import { commentState } from "#lib/rules/commentary-status";

/** For the words that stand there already: they are not sent twice to who has them, or has approved them. Throws WRONG_STATE. */
export function requireNewWords(cell: CommentCell): void {
  const { state } = commentState(cell.revisions, cell.present, cell.labels);
  const why = {
    submitted: "These words are submitted already and wait for the head of service.",
    lapsed: "These words wait for the head of service, who can approve them again for the new figure.",
    approved: "These words are approved already.",
  };
  if (state in why)
    throw new Refusal("WRONG_STATE", `${why[state as keyof typeof why]} Change them to write a new revision.`);
}
