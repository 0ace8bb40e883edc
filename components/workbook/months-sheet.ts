import { saidView } from "#components/scorecards/said-view";
import { noneWords, numberCell } from "#components/workbook/figure-cell";
import type { Cell } from "#lib/exports/cell";
import type { WorkbookSheet } from "#lib/exports/workbook";
import { levelOf } from "#lib/rules/labels";
import { sectionName } from "#lib/rules/section-name";
import type { Sheet, SheetCell } from "#lib/scorecards/sheet";

type Column = { heading: string; width: number; cell: (cell: SheetCell, ref: string, timeZone: string) => Cell };

const words = (text: string | null | undefined): Cell => (text ? { words: text, style: "words" } : null);
const plain = (number: string | null | undefined): Cell => (number == null ? null : { number, style: "plain" });

const columns: Column[] = [
  { heading: "PI ref", width: 8, cell: (_, ref) => words(ref) },
  { heading: "Month", width: 16, cell: ({ month }) => ({ month, style: "month" }) },
  { heading: "Measure", width: 46, cell: ({ at }) => words(at.measure) },
  { heading: "Theme", width: 20, cell: ({ at }) => words(at.theme.name) },
  { heading: "Section", width: 24, cell: ({ at }) => words(sectionName(at.section)) },
  { heading: "Team", width: 18, cell: ({ at }) => words(at.team?.name) },
  { heading: "Unit", width: 9, cell: ({ at }) => words(at.unit) },
  { heading: "Month is", width: 11, cell: ({ state }) => words(state) },
  { heading: "Figure", width: 12, cell: figureOf },
  { heading: "Why none", width: 18, cell: (cell) => words(noneWords(cell)) },
  { heading: "Numerator", width: 11, cell: ({ actual }) => plain(actual?.numerator) },
  { heading: "Denominator", width: 12, cell: ({ actual }) => plain(actual?.denominator) },
  { heading: "Flags", width: 22, cell: ({ actual, small }) => words(flagWords(actual, small)) },
  { heading: "Grade", width: 14, cell: ({ labels, grade }) => words(levelOf(labels, grade)?.word) },
  { heading: "Milestone", width: 12, cell: ({ milestone }) => words(milestone?.milestone.asTyped) },
  { heading: "Whether met", width: 11, cell: ({ milestone }) => words(milestone?.state) },
  { heading: "Comment", width: 60, cell: (cell, _, zone) => words(saidView(cell, zone, false)?.body) },
  {
    heading: "Standing of the comment",
    width: 34,
    cell: (cell, _, zone) => words(saidView(cell, zone, false)?.standing),
  },
];

/** Every month of every indicator in a row of its own: those shown, and every other in which there is a milestone. */
export function monthsSheet({
  timeZone,
  sheets,
}: {
  timeZone: string;
  sheets: () => AsyncIterable<Sheet>;
}): WorkbookSheet {
  async function* rows(): AsyncGenerator<Cell[][]> {
    yield [columns.map(({ heading }) => ({ words: heading, style: "heading" }))];
    for await (const sheet of sheets()) {
      yield sheet.indicators.flatMap(({ ref, cells }) =>
        monthsOf(sheet).flatMap((month) => {
          const found = cells.get(month);
          const isShown = found && (sheet.figureMonths.includes(month) || found.milestone);
          return isShown ? [columns.map(({ cell }) => cell(found, ref, timeZone))] : [];
        }),
      );
    }
  }
  return {
    name: "Months",
    widths: columns.map(({ width }) => width),
    frozen: { rows: 1, columns: 2 },
    headings: 1,
    rows,
  };
}

const monthsOf = ({ figureMonths, milestoneMonths }: Sheet) =>
  [...new Set([...figureMonths, ...milestoneMonths])].sort();

/** A figure without its flags, which have a column of their own. */
function figureOf({ actual, at }: SheetCell): Cell {
  return actual?.value == null ? null : numberCell(actual.value, at);
}

const flagWords = (actual: SheetCell["actual"], small: SheetCell["small"]): string =>
  [
    actual?.provisional && "provisional",
    actual?.estimated && "estimated",
    actual?.isRestated && "revised",
    small === "hidden from readers" && small,
  ]
    .filter(Boolean)
    .join(", ");
