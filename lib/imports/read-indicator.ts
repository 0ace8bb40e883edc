import { type BandLevel, bandLevels, type Direction, directions, type Unit, units } from "#db/vocabulary";
import type { Ask } from "#lib/imports/ask";
import { proposeDirection, proposePrecision, proposeUnit } from "#lib/imports/propose-shape";
import type { PageMonths } from "#lib/imports/read-months";
import { sectionOf } from "#lib/imports/read-sections";
import type { FigureRead, IndicatorRead, MilestoneRead, Notice, Problem } from "#lib/imports/reading";
import { cellAt, type Line } from "#lib/imports/sort-rows";
import { parseBand, parseBands } from "#lib/rules/band";
import { type FigureShape, readFigure } from "#lib/rules/figure";
import { parseMilestone } from "#lib/rules/milestone";

type IndicatorLine = Extract<Line, { kind: "indicator" }>;
type Found = { problems: Problem[]; notices: Notice[] };

/** One indicator's row: what it says, what it leaves to be asked (unit, direction, precision), and every cell that cannot be read. */
export function readIndicator(
  line: IndicatorLine,
  { actuals, milestones }: PageMonths,
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

  const bands = Object.fromEntries(bandLevels.map((level) => [level, cellAt(row, columns.bands[level])])) as Record<
    BandLevel,
    string
  >;
  const shape = askShape(line, measure, ask);
  const direction = askDirection(line, bands, shape.precision, ask, found);

  const figure = (column: number): string | null => {
    const cell = at(column);
    if (cell.asItCame === "") return null;
    const read = readFigure(cell.asItCame, shape);
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
    benchmark: figure(columns.benchmark.column),
    bands,
    actuals: figures,
    milestones: targets,
  };
}

function askShape({ ref, row, page }: IndicatorLine, measure: string, ask: Ask): FigureShape {
  const place = { row: row.row, column: page.columns.measure, asItCame: measure };
  const unit = ask({
    ...place,
    key: `${ref} unit`,
    kind: "unit",
    label: `Unit of ${ref}`,
    choices: units,
    ...proposeUnit(measure),
  }) as Unit;
  const after = page.columns.measure;
  const precision = ask({
    ...place,
    key: `${ref} precision`,
    kind: "precision",
    label: `Decimals of ${ref}`,
    asItCame: page.columns.months
      .map(({ column }) => cellAt(row, column))
      .filter((cell) => cell !== "")
      .join(", "),
    choices: ["0", "1", "2", "3", "4"],
    ...proposePrecision(row.cells.slice(after)),
  });
  return { unit, precision: Number(precision) };
}

/** The direction, and the problems of bands that cannot be read or that contradict it or each other. */
function askDirection(
  { ref, row, page }: IndicatorLine,
  bands: Record<BandLevel, string>,
  precision: number,
  ask: Ask,
  found: Found,
): Direction {
  const proposal = proposeDirection(bands);
  const cell = (level: BandLevel) => ({ row: row.row, column: page.columns.bands[level], asItCame: bands[level] });
  const message = (level: BandLevel, words: string) => `${ref}, ${level}: ${words}`;
  if (proposal === null) {
    const guess = likelyDirection(bands);
    const read = parseBands(bands, guess);
    for (const problem of read.ok ? [] : read.problems) {
      found.problems.push({ ...cell(problem.level), message: message(problem.level, problem.message) });
    }
    return guess;
  }
  const key = `${ref} direction`;
  const direction = ask({
    key,
    kind: "direction",
    label: `Direction of ${ref}`,
    row: row.row,
    column: page.columns.bands.adequate,
    asItCame: bandLevels.map((level) => bands[level]).join(", "),
    choices: directions,
    ...proposal,
  }) as Direction;
  const read = parseBands(bands, direction, { precision });
  if (!read.ok) {
    for (const problem of read.problems) {
      found.problems.push({ ...cell(problem.level), message: message(problem.level, problem.message), doubt: key });
    }
    return proposal.proposed;
  }
  for (const remark of read.remarks) {
    found.notices.push({ row: row.row, column: page.columns.bands.adequate, words: `${ref}: ${remark}` });
  }
  return direction;
}

/** For bands that will not do either way: the direction most of them are written in, so that the problems name the odd one. */
function likelyDirection(bands: Record<BandLevel, string>): Direction {
  const best = parseBand(bands.outstanding);
  if (best?.kind === "below") return "lower";
  if (best !== null && best.kind !== "range") return "higher";
  const fewest = (direction: Direction) => {
    const read = parseBands(bands, direction);
    return read.ok ? 0 : read.problems.length;
  };
  return fewest("lower") < fewest("higher") ? "lower" : "higher";
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
    ...Object.values(columns.bands),
    ...columns.months.map(({ column }) => column),
  ]);
  return row.cells.flatMap((cell, index) =>
    cell.trim() === "" || headed.has(index + 1)
      ? []
      : [{ row: row.row, column: index + 1, asItCame: cell.trim(), message: `${ref}: this column has no heading.` }],
  );
}
