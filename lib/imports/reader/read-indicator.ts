import type { Ask } from "#lib/imports/reader/ask";
import { askDirection } from "#lib/imports/reader/ask-direction";
import { askShape } from "#lib/imports/reader/ask-shape";
import { sectionOf } from "#lib/imports/reader/draft-sections";
import type { BandColumn } from "#lib/imports/reader/read-label-set";
import type { PageMonths } from "#lib/imports/reader/read-months";
import type { FigureRead, Found, IndicatorRead, MilestoneRead, Problem } from "#lib/imports/reader/reading";
import { fieldAt, type IndicatorLine } from "#lib/imports/reader/sort-rows";
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
  const at = (column: number) => ({ row: row.row, column, asItCame: fieldAt(row, column) });
  const measure = fieldAt(row, columns.measure);
  if (measure === "") found.problems.push({ ...at(columns.measure), message: `${ref} has no measure.` });
  for (const problem of unheaded(line)) found.problems.push(problem);

  const bands = bandColumns.map(({ word, column }) => ({ word, column, asTyped: fieldAt(row, column) }));
  const shape = askShape(line, measure, ask);
  const direction = askDirection(
    line,
    bands,
    milestones.map(({ column }) => fieldAt(row, column)),
    shape.precision,
    ask,
    found,
  );

  const figure = (column: number, precision = shape.precision): string | null => {
    const field = at(column);
    if (field.asItCame === "") return null;
    const read = readFigure(field.asItCame, { ...shape, precision });
    if (read.ok) return read.value;
    found.problems.push({ ...field, message: `${ref}: ${read.message}` });
    return null;
  };
  const figures = actuals.flatMap(({ month, column }): FigureRead[] => {
    const value = figure(column);
    return value === null ? [] : [{ row: row.row, column, month, value }];
  });
  const targets = milestones.flatMap(({ month, column }): MilestoneRead[] => {
    const field = at(column);
    if (field.asItCame === "") return [];
    const read = parseMilestone(field.asItCame, direction);
    if (!read.ok) found.problems.push({ ...field, message: `${ref}: ${read.message}` });
    return [{ row: row.row, column, month, asTyped: field.asItCame }];
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
  return row.fields.flatMap((field, index) =>
    field.trim() === "" || headed.has(index + 1)
      ? []
      : [{ row: row.row, column: index + 1, asItCame: field.trim(), message: `${ref}: this column has no heading.` }],
  );
}
