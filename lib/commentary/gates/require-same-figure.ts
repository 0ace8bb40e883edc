import { Refusal } from "#lib/audit/refusal";
import type { CommentCell } from "#lib/commentary/cell/comment-cell";
import { figureSaid, type GradedFigure, whyLapsed } from "#lib/rules/commentary-status";
import { monthName } from "#lib/rules/month";

/** The cell as an approver's screen showed it. The version is the actual's, 0 where there was none. */
export type SeenFigure = GradedFigure & { version: number };

/** An approval is of what was read. Throws CONFLICT with both figures when it is not what stands now. */
export function requireSameFigure({ ref, month, present, actual, labels }: CommentCell, seen: SeenFigure): void {
  const about = `${ref} for ${monthName(month)}`;
  const goOn = "Read the comment beside it again; nothing was approved.";
  if (whyLapsed(seen, present, labels) !== null) {
    const [was, is] = [figureSaid(seen), figureSaid(present)];
    const changed = was === is ? `The grade of ${about} changed` : `${about} was changed from ${was} to ${is}`;
    throw new Refusal("CONFLICT", `${changed} after you opened it. ${goOn}`);
  }
  if ((actual?.version ?? 0) !== seen.version) {
    throw new Refusal("CONFLICT", `The note or the flags of ${about} were changed after you opened it. ${goOn}`);
  }
}
