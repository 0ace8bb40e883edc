import { whyCommentRequired } from "#lib/rules/commentary-status";
import { areComparable } from "#lib/rules/labels";
import type { Change } from "#lib/scorecards/what-changed";
import { whyUnusual } from "#lib/scorecards/why-unusual";

/** Why a comment is required on a cell, by the figure that stands there; empty where none is. */
export const whyRequired = ({ indicator, cell, before }: Pick<Change, "indicator" | "cell" | "before">): string[] =>
  whyCommentRequired(
    {
      month: cell.month,
      grade: cell.grade,
      previous: before && {
        month: before.month,
        grade: areComparable(before.labels, cell.labels) ? before.grade : null,
      },
      milestoneMissed: cell.milestone?.state === "missed",
      unusual: whyUnusual({ indicator, cell }),
    },
    cell.labels,
  );
