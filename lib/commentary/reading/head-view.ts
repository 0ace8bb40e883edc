import type { CellRevision, CommentCell } from "#lib/commentary/cell/comment-cell";
import { type CommentState, commentState, type ShownComment, shownComment } from "#lib/rules/commentary-status";

/** A comment as its head of service sees it: nothing of drafts, nor of what its leads took back. */
export type HeadView = {
  cell: CommentCell;
  state: CommentState<CellRevision>;
  shown: ShownComment<CellRevision> | null;
};

export function headView(cell: CommentCell): HeadView {
  const handedIn = cell.revisions.filter(
    ({ source, submittedAt, withdrawnAt }) => source === "import" || (submittedAt && !withdrawnAt),
  );
  return {
    cell,
    state: commentState(handedIn, cell.present, cell.labels),
    shown: shownComment(handedIn, cell.present, cell.labels),
  };
}
