import type { CellView } from "#components/scorecards/cell-view";
import { FigureFlags } from "#components/scorecards/figure-flags";
import { gradeClass, type ShownLevel } from "#components/scorecards/grade-class";
import { NoFigure } from "#components/scorecards/no-figure";

/** What stands in one indicator's month: the figure with its grade, or which kind of none it is. */
export function SheetCell({ cell, levels }: { cell: CellView; levels: readonly ShownLevel[] }) {
  if (cell === "not due") return <small>not due</small>;
  if (typeof cell === "string") return <NoFigure kind={cell} showWord />;
  if ("none" in cell) return <NoFigure kind={cell.none} flags={cell.flags} showWord />;
  const [figure, place, flags = "", detail] = cell;
  const level = place === null ? undefined : levels[place];
  return (
    <>
      <b className={level && gradeClass(level)} data-s={level?.short}>
        {figure}
        {flags && <FigureFlags flags={flags} />}
      </b>
      {level?.word}
      {detail && <div>{detail}</div>}
    </>
  );
}
