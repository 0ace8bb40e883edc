import type { PersonActor } from "#lib/access/actor";
import { Refusal } from "#lib/audit/refusal";
import type { CellRevision, CommentCell } from "#lib/commentary/cell/comment-cell";
import { requireOthersWords } from "#lib/commentary/gates/require-others-words";
import { headView } from "#lib/commentary/reading/head-view";
import type { ActualContent } from "#lib/rules/actual";
import { isOtherFigure } from "#lib/rules/asks-why";

/** The approved words that stand beside a figure and could go on standing beside another; none where newer ones wait. */
export function heldComment(cell: CommentCell): CellRevision | null {
  const { state } = headView(cell);
  return state.state === "approved" ? state.revision : null;
}

type Asked = {
  before: ActualContent | null;
  after: ActualContent;
  given: { revisionId: string | null; holds: boolean | null };
};

/**
 * Whether the comment approved for the figure before holds for the one after; null where there is none, or the approval goes
 * on standing by itself. Throws INVALID where that is not said, CONFLICT over another comment than was read, OWN_WORDS.
 */
export function requireHeld(actor: PersonActor, cell: CommentCell, { before, after, given }: Asked): boolean | null {
  const revision = heldComment(cell);
  if (!revision) return null;
  if (!isOtherFigure(before, after)) {
    if (given.holds !== false) return null;
    throw wrong(
      "The figure stays as it is, and so does the approval of its comment. If its words do not hold, withdraw the approval.",
    );
  }
  // Words that were not on the page are not said to hold.
  if (given.revisionId === null ? given.holds === true : given.revisionId !== revision.id) {
    throw new Refusal(
      "CONFLICT",
      "Another comment was approved after you opened this page. Read it, then say whether it still holds.",
    );
  }
  if (given.holds === null) throw wrong("Say whether the comment still holds.");
  if (given.holds) requireOthersWords(actor, revision, cell);
  return given.holds;
}

const wrong = (message: string) => new Refusal("INVALID", message, { fields: { holds: message } });
