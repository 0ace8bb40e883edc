import { saidView } from "#components/scorecards/said-view";
import { bandRules, stretches } from "#components/workbook/band-rules";
import { figureCell, numberCell } from "#components/workbook/figure-cell";
import type { Made } from "#components/workbook/made";
import type { Cell, CellRule } from "#lib/exports/cell";
import type { WorkbookSheet } from "#lib/exports/workbook";
import { publishedBand } from "#lib/rules/grade";
import { bandedLevels, levelOf } from "#lib/rules/labels";
import { monthName } from "#lib/rules/month";
import { sectionName } from "#lib/rules/section-name";
import type { Sheet, SheetIndicator } from "#lib/scorecards/sheet";
import type { SheetHeads } from "#lib/scorecards/sheet-heads";

type Column = { heading: string; width: number; cell: (indicator: SheetIndicator) => Cell };

const words = (text: string): Cell => (text ? { words: text, style: "words" } : null);

/** The scorecard in the layout of its page: a row an indicator, each month's figure with its grade, the plan, and the newest comment on show. */
export function scorecardSheet(
  { scorecard, figureMonths, milestoneMonths, labelsNow }: SheetHeads,
  { made, timeZone, sheets }: { made: Made; timeZone: string; sheets: () => AsyncIterable<Sheet> },
): WorkbookSheet {
  const before: Column[] = [
    { heading: "PI ref", width: 8, cell: ({ ref }) => words(ref) },
    { heading: "Measure", width: 46, cell: ({ now }) => words(now.measure) },
    { heading: "Theme", width: 20, cell: ({ now }) => words(now.theme.name) },
    { heading: "Section", width: 24, cell: ({ now }) => words(sectionName(now.section)) },
    { heading: "Direction", width: 14, cell: ({ now }) => words(`${now.direction} is better`) },
    { heading: "Action plan", width: 10, cell: ({ now }) => words(now.actionPlanRefs.join(", ")) },
    { heading: "Neighbour average", width: 12, cell: ({ now }) => benchmarkCell(now) },
    ...bandedLevels(labelsNow).map((level) => ({
      heading: level.word,
      width: 11,
      cell: ({ now }: SheetIndicator) => words(publishedBand(level, now.bands, labelsNow) ?? ""),
    })),
  ];
  const shown = figureMonths.flatMap((month): Column[] => [
    { heading: monthName(month), width: 13, cell: ({ cells }) => figureCell(cells.get(month)) },
    { heading: `Grade, ${monthName(month)}`, width: 13, cell: ({ cells }) => gradeCell(cells.get(month)) },
  ]);
  const planned = milestoneMonths.flatMap((month): Column[] => [
    {
      heading: `Milestone, ${monthName(month)}`,
      width: 13,
      cell: ({ cells }) => words(cells.get(month)?.milestone?.milestone.asTyped ?? ""),
    },
    {
      heading: `Whether met, ${monthName(month)}`,
      width: 13,
      cell: ({ cells }) => words(cells.get(month)?.milestone?.state ?? ""),
    },
  ]);
  const newest = ({ cells }: SheetIndicator) =>
    figureMonths
      .toReversed()
      .flatMap((month) => saidView(cells.get(month) ?? { comment: null, month }, timeZone, true) ?? [])[0];
  const columns: Column[] = [
    ...before,
    ...shown,
    ...planned,
    { heading: "Comment", width: 60, cell: (indicator) => words(newest(indicator)?.body ?? "") },
    { heading: "Standing of the comment", width: 34, cell: (indicator) => words(newest(indicator)?.standing ?? "") },
  ];
  const rules: CellRule[] = [];
  const columnOf = (place: number) => before.length + place * 2;

  async function* rows(): AsyncGenerator<Cell[][]> {
    const headings = columns.map(({ heading }): Cell => ({ words: heading, style: "heading" }));
    const above: Cell[][] = [
      [{ words: scorecard.name, style: "title" }],
      [{ words: made.line, style: "line" }],
      headings,
    ];
    let row = above.length;
    yield above;
    for await (const { indicators } of sheets()) {
      for (const { cells } of indicators) {
        row += 1;
        const months = figureMonths.map((month, place) => [columnOf(place), cells.get(month)] as const);
        for (const { judged, from, to } of stretches(months)) rules.push(...bandRules(judged, { row, from, to }));
      }
      yield indicators.map((indicator) => columns.map(({ cell }) => cell(indicator)));
    }
  }
  return {
    name: "Scorecard",
    widths: columns.map(({ width }) => width),
    frozen: { rows: 3, columns: 2 },
    headings: 3,
    rows,
    rules: () => rules,
  };
}

function benchmarkCell({ benchmark, unit, precision }: SheetIndicator["now"]): Cell {
  return benchmark && numberCell(benchmark.value, { unit, precision: Math.min(precision, 1) });
}

const gradeCell = (cell: ReturnType<SheetIndicator["cells"]["get"]>): Cell =>
  words((cell && levelOf(cell.labels, cell.grade)?.word) ?? "");
