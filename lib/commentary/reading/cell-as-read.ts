import { type PersonActor, seesSmall } from "#lib/access/actor";
import type { CommentCell } from "#lib/commentary/cell/comment-cell";
import type { SheetCell } from "#lib/scorecards/sheet";

const hidden = { present: { figure: null, missing: "c", grade: null }, actual: null } as const;

/** A comment's cell as somebody may read it: to who is only a reader it says no more than the scorecard's own does. */
export function cellAsRead(actor: PersonActor, cell: CommentCell, shown: SheetCell | undefined): CommentCell {
  if (seesSmall(actor)) return cell;
  if (shown?.small === "hidden") return { ...cell, revisions: [], ...hidden };
  return { ...cell, revisions: [], actual: cell.actual && { ...cell.actual, note: shown?.actual?.note ?? null } };
}
