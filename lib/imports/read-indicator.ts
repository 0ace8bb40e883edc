import type { Ask } from "#lib/imports/ask";
import { askDirection } from "#lib/imports/ask-direction";
import { askShape } from "#lib/imports/ask-shape";
import { sectionOf } from "#lib/imports/draft-sections";
import type { BandColumn } from "#lib/imports/read-label-set";
import type { PageMonths } from "#lib/imports/read-months";
import type { FigureRead, Found, IndicatorRead, MilestoneRead, Problem } from "#lib/imports/reading";
import { cellAt, type IndicatorLine } from "#lib/imports/sort-rows";
import { readFigure } from "#lib/rules/figure";
import { parseMilestone } from "#lib/rules/milestone";

/** One indicator's row: what it says, what it leaves to be asked (unit, direction, precision), and every cell that cannot be read. */
export function readIndicator(
  line: IndicatorLine,
  { actuals, milestones, bands: bandColumns }: PageMonths & { bands: readonly BandColumn[] },
  actionPlanRefs: string[],
  ask: Ask,
  found: Found,
): IndicatorRead {
  const { row, ref, page } = line;
  const { columns } = page;
  const at = (column: number) => ({ row: row.row, column, asItCame: cellAt(row, column) });
  const measure = cellAt(row, columns.measure);
  if (measure === "") found.problems.push({ ...at(columns.measure), message: `${ref} has no measure.` });
  for (const problem of unheaded(line)) found.problems.push(problem);

  const bands = bandColumns.map(({ word, column }) => ({ word, column, asTyped: cellAt(row, column) }));
  const shape = askShape(line, measure, ask);
  const direction = askDirection(line, bands, shape.precision, ask, found);

  const figure = (column: number, precision = shape.precision): string | null => {
    const cell = at(column);
    if (cell.asItCame === "") return null;
    const read = readFigure(cell.asItCame, { ...shape, precision });
    if (read.ok) return read.value;
    found.problems.push({ ...cell, message: `${ref}: ${read.message}` });
    return null;
  };
  const figures = actuals.flatMap(({ month, column }): FigureRead[] => {
    const value = figure(column);
    return value === null ? [] : [{ row: row.row, column, month, value }];
  });
  const targets = milestones.flatMap(({ month, column }): MilestoneRead[] => {
    const cell = at(column);
    if (cell.asItCame === "") return [];
    const read = parseMilestone(cell.asItCame, direction);
    if (!read.ok) found.problems.push({ ...cell, message: `${ref}: ${read.message}` });
    return [{ row: row.row, column, month, asTyped: cell.asItCame }];
  });
  if (figures.length + targets.length === 0) {
    found.notices.push({ row: row.row, column: null, words: `${ref} has no figures and no milestones at all.` });
  }
  return {
    row: row.row,
    column: columns.ref,
    ref,
    section: sectionOf(ref),
    measure,
    ...shape,
    direction,
    actionPlanRefs,
    // Others publish a benchmark, at a precision of their own.
    benchmark: figure(columns.benchmark.column, 4),
    bands,
    actuals: figures,
    milestones: targets,
  };
}

/** Text in a column that the heading does not name belongs nowhere. */
function unheaded({ row, page, ref }: IndicatorLine): Problem[] {
  const { columns } = page;
  const headed = new Set([
    columns.theme,
    columns.actionPlan,
    columns.ref,
    columns.measure,
    columns.benchmark.column,
    ...columns.bands.map(({ column }) => column),
    ...columns.months.map(({ column }) => column),
  ]);
  return row.cells.flatMap((cell, index) =>
    cell.trim() === "" || headed.has(index + 1)
      ? []
      : [{ row: row.row, column: index + 1, asItCame: cell.trim(), message: `${ref}: this column has no heading.` }],
  );
}
