import { type Difference, differencesView } from "#components/scorecards/differences-view";
import type { Cell } from "#lib/exports/cell";
import type { WorkbookSheet } from "#lib/exports/workbook";
import { type EditionName, editionWords } from "#lib/rules/edition";
import { categoryNames } from "#lib/rules/restating";
import type { Restatement } from "#lib/scorecards/restatement-rows";
import type { Sheet } from "#lib/scorecards/sheet";

/** The edition before, its months as it showed them and as they are in this file, some indicators at a time, and what was restated in between. */
export type Compared = {
  edition: EditionName;
  parts: () => AsyncIterable<{ was: Sheet; is: Sheet }>;
  restated: readonly Restatement[];
} | null;

/** Everything in which an edition's months are otherwise in this file. */
export function changesSheet(compared: Compared, timeZone: string): WorkbookSheet {
  const before = compared ? editionWords(compared.edition) : "nothing";
  async function* rows(): AsyncGenerator<Cell[][]> {
    const headings = ["PI ref", "What", "Month", `In ${before}`, "In this file", "Why"];
    yield [headings.map((heading) => ({ words: heading, style: "heading" }))];
    let [isFirst, count] = [true, 0];
    for await (const { was, is } of compared?.parts() ?? []) {
      // What is the scorecard's own stands in every part.
      const differences = differencesView(was, is, timeZone).filter(({ ref }) => isFirst || ref !== null);
      [isFirst, count] = [false, count + differences.length];
      yield differences.map((difference) => {
        const { ref, what, month, was, is } = difference;
        return [
          { words: ref ?? "Scorecard", style: "words" },
          { words: what, style: "words" },
          month && { month, style: "month" },
          { words: was, style: "words" },
          { words: is, style: "words" },
          { words: whyOf(difference, compared?.restated ?? []), style: "words" },
        ];
      });
    }
    if (count > 0) return;
    const none = compared ? `Nothing of ${before} is otherwise in this file.` : "No edition was published before.";
    yield [[{ words: none, style: "line" }]];
  }
  return { name: "Changes", widths: [10, 26, 16, 60, 60, 60], frozen: { rows: 1, columns: 1 }, headings: 1, rows };
}

/** Why a published figure is another one: as its restatements say, the oldest first. */
const whyOf = ({ ref, month, what }: Difference, restated: readonly Restatement[]): string =>
  restated
    .filter((each) => what === "Figure" && each.ref === ref && each.month === month)
    .map(({ category, reason, restatedBy }) => `${categoryNames[category]}, by ${restatedBy}: ${reason}`)
    .reverse()
    .join("\n");
