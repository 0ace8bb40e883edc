import { flagsOf } from "#components/scorecards/flags-of";
import { GradeMark } from "#components/scorecards/grade-mark";
import { NoFigure } from "#components/scorecards/no-figure";
import type { CommentCell } from "#lib/commentary/cell/comment-cell";
import { formatFigure } from "#lib/rules/figure";
import { levelOf } from "#lib/rules/labels";

/** What stands in the cell now, with its grade. */
export function PublishedFigure({ cell, isRestated }: { cell: CommentCell; isRestated: boolean }) {
  const { present, labels, actual, precision } = cell;
  const flags = flagsOf(actual && { ...actual, isRestated });
  return (
    <p className="my-4 flex flex-wrap items-center gap-x-2">
      It says{" "}
      {present.figure === null ? (
        <NoFigure kind={present.missing ?? "blank"} flags={flags} showWord />
      ) : (
        <GradeMark
          figure={formatFigure(present.figure, precision)}
          level={levelOf(labels, present.grade)}
          flags={flags}
          showWord
        />
      )}
    </p>
  );
}
