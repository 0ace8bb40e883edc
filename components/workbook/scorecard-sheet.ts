import { saidView } from "#components/scorecards/said-view";
import { bandRules, stretches } from "#components/workbook/band-rules";
import { figureCell, numberCell } from "#components/workbook/figure-cell";
import type { Cell, CellRule } from "#lib/exports/cell";
import type { WorkbookSheet } from "#lib/exports/workbook";
import { publishedBand } from "#lib/rules/grade";
import { bandedLevels, levelOf } from "#lib/rules/labels";
import type { Made } from "#lib/rules/made";
import { monthName } from "#lib/rules/month";
import { sectionName } from "#lib/rules/section-name";
import { directionWords } from "#lib/rules/which-is-better";
import type { Sheet, SheetIndicator } from "#lib/scorecards/sheet";
import type { SheetHeads } from "#lib/scorecards/sheet-heads";

type Column = { heading: string; width: number; cell: (indicator: SheetIndicator) => Cell };

const words = (text: string, style = "words"): Cell => ({ words: text, style });

/** The scorecard in the layout of its page: a row an indicator, each month's figure with its grade, the plan, and the newest comment on show. */
export function scorecardSheet(
  { scorecard, figureMonths, milestoneMonths, labelsNow }: SheetHeads,
  { made, timeZone, sheets }: { made: Made; timeZone: string; sheets: () => AsyncIterable<Sheet> },
): WorkbookSheet {
  const before: Column[] = [
    { heading: "PI ref", width: 8, cell: ({ ref }) => words(ref) },
    { heading: "Measure", width: 42, cell: ({ now }) => words(now.measure) },
    { heading: "Theme", width: 16, cell: ({ now }) => words(now.theme.name) },
    { heading: "Section", width: 18, cell: ({ now }) => words(sectionName(now.section)) },
    { heading: "Direction", width: 10, cell: ({ now }) => words(directionWords(now.direction)) },
    { heading: "Action plan", width: 8, cell: ({ now }) => words(now.actionPlanRefs.join(", ")) },
    { heading: "Neighbour average", width: 11, cell: ({ now }) => benchmarkCell(now) },
    ...bandedLevels(labelsNow).map((level) => ({
      heading: level.word,
      width: 12,
      cell: ({ now }: SheetIndicator) => words(publishedBand(level, now.bands, labelsNow) ?? ""),
    })),
  ];
  const shown = figureMonths.flatMap((month): Column[] => [
    { heading: monthName(month), width: 12, cell: ({ cells }) => figureCell(cells.get(month)) },
    { heading: `Grade, ${monthName(month)}`, width: 12, cell: ({ cells }) => gradeCell(cells.get(month)) },
  ]);
  const planned = milestoneMonths.flatMap((month): Column[] => [
    {
      heading: `Milestone, ${monthName(month)}`,
      width: 12,
      cell: ({ cells }) => words(cells.get(month)?.milestone?.milestone.asTyped ?? ""),
    },
    {
      heading: `Whether met, ${monthName(month)}`,
      width: 12,
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
    { heading: "Comment", width: 56, cell: (indicator) => words(newest(indicator)?.body ?? "") },
    { heading: "Standing of the comment", width: 28, cell: (indicator) => words(newest(indicator)?.standing ?? "") },
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
  if (!benchmark) return words("");
  return numberCell(benchmark.value, { unit, precision: Math.min(precision, 1) });
}

const gradeCell = (cell: ReturnType<SheetIndicator["cells"]["get"]>): Cell =>
  words((cell && levelOf(cell.labels, cell.grade)?.word) ?? "", "grade");
