import { whyCommentRequired } from "#lib/rules/commentary-status";
import { areComparable } from "#lib/rules/labels";
import type { Change } from "#lib/scorecards/what-changed";

/** Why a comment is required on a cell, by the figure that stands there; empty where none is. */
export const whyRequired = ({ cell, before }: Pick<Change, "cell" | "before">): string[] =>
  whyCommentRequired(
    {
      month: cell.month,
      grade: cell.grade,
      previous: before && {
        month: before.month,
        grade: areComparable(before.labels, cell.labels) ? before.grade : null,
      },
      milestoneMissed: cell.milestone?.state === "missed",
    },
    cell.labels,
  );
