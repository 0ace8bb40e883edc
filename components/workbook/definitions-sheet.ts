import { definitionView } from "#components/scorecards/definition-view";
import type { Cell } from "#lib/exports/cell";
import type { WorkbookSheet } from "#lib/exports/workbook";
import { type Month, monthName } from "#lib/rules/month";
import type { Sheet, SheetCell, SheetIndicator } from "#lib/scorecards/sheet";

const headings = ["PI ref", "What", "In words", "In the months"];

/** What each indicator is, in the words of its page: each term with the months of this file in which it says so. */
export function definitionsSheet(sheets: () => AsyncIterable<Sheet>): WorkbookSheet {
  async function* rows(): AsyncGenerator<Cell[][]> {
    yield [headings.map((heading) => ({ words: heading, style: "heading" }))];
    for await (const sheet of sheets()) yield sheet.indicators.flatMap((indicator) => termRows(indicator, sheet));
  }
  return { name: "Definitions", widths: [8, 24, 80, 36], frozen: { rows: 1, columns: 1 }, headings: 1, rows };
}

type Held = { term: string; value: string; from: Month; to: Month };

function termRows({ ref, cells }: SheetIndicator, { figureMonths, milestoneMonths }: Sheet): Cell[][] {
  const months = [...new Set([...figureMonths, ...milestoneMonths])].sort();
  const held = new Map<string, Held[]>();
  let last: SheetCell | null = null;
  for (const month of months) {
    const cell = cells.get(month);
    if (!cell) continue;
    if (last?.at === cell.at && last.labels === cell.labels) extend(held, last.month, month);
    else
      for (const { term, value } of definitionView(cell.at, cell.labels))
        hold(held, { term, value, from: month, to: month }, last?.month);
    last = cell;
  }
  return [...held.values()].flat().map(({ term, value, from, to }) =>
    [ref, term, value, from === to ? monthName(from) : `${monthName(from)} to ${monthName(to)}`].map((words) => ({
      words,
      style: "words",
    })),
  );
}

function extend(held: Map<string, Held[]>, before: Month, month: Month): void {
  for (const those of held.values()) {
    const newest = those.at(-1);
    if (newest?.to === before) newest.to = month;
  }
}

function hold(held: Map<string, Held[]>, said: Held, before: Month | undefined): void {
  const those = held.get(said.term) ?? [];
  const newest = those.at(-1);
  if (newest && newest.value === said.value && newest.to === before) newest.to = said.to;
  else those.push(said);
  held.set(said.term, those);
}
