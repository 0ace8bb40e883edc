import type { CellView } from "#components/scorecards/cell-view";
import type { ShownLevel } from "#components/scorecards/grade-class";
import { GradeMark } from "#components/scorecards/grade-mark";
import { NoFigure } from "#components/scorecards/no-figure";

/** What stands in one indicator's month, by itself: the figure with its grade, or which kind of none it is. */
export function FigureView({ cell, levels }: { cell: CellView; levels: readonly ShownLevel[] }) {
  if (typeof cell === "string") return <NoFigure kind={cell} showWord />;
  if ("none" in cell) return <NoFigure kind={cell.none} flags={cell.flags} showWord />;
  const [figure, place, flags = "", detail] = cell;
  return (
    <GradeMark
      figure={figure}
      level={(place === null ? null : levels[place]) ?? null}
      flags={flags}
      detail={detail}
      showWord
    />
  );
}
