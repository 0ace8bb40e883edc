import { Refusal } from "#lib/audit/refusal";
import type { CommentCell } from "#lib/commentary/cell/comment-cell";
import type { Written } from "#lib/commentary/cell/write-words";
import { commentState } from "#lib/rules/commentary-status";

/** The same words are not sent twice to a head of service who has them, or has approved them. Throws WRONG_STATE. */
export function requireNewWords(cell: CommentCell, { isChanged }: Written): void {
  if (isChanged) return;
  const { state } = commentState(cell.revisions, cell.present, cell.labels);
  const why = {
    submitted: "These words are submitted already and wait for the head of service.",
    lapsed: "These words wait for the head of service, who can approve them again for the new figure.",
    approved: "These words are approved already.",
  };
  if (state in why)
    throw new Refusal("WRONG_STATE", `${why[state as keyof typeof why]} Change them to write a new revision.`);
}
