import { noFigureWords } from "#components/scorecards/no-figure-words";
import type { Cell } from "#lib/exports/cell";
import type { WorkbookSheet } from "#lib/exports/workbook";
import type { Labels } from "#lib/rules/labels";
import { type Made, sealedWords } from "#lib/rules/made";
import { monthName } from "#lib/rules/month";
import { smallInFile, smallWords } from "#lib/rules/small/small-words";
import type { SheetHeads } from "#lib/scorecards/sheet-heads";
import type { SheetRange } from "#lib/scorecards/sheet-range";

/** What the file is: of what, of which months, who made it and when, and what its signs say. */
export function aboutSheet({ scorecard, labelsNow }: SheetHeads, range: SheetRange, made: Made): WorkbookSheet {
  const said: (readonly [label: string, words: string])[] = [
    ["Scorecard", scorecard.name],
    ["Of", made.of],
    ["Months", `${monthName(range.from)} to ${monthName(range.to)}`],
    ["Made by", made.by],
    ["Made at, local time", made.local],
    ["Made at, UTC", made.utc],
    ["History sealed at", made.sealed ? sealedWords(made.sealed) : "not sealed yet"],
    ["Grades", `${levelWords(labelsNow)}. A band is a local threshold, not an inspection judgement.`],
    ["No figure", noneSaid],
    ["Beside a figure", "[p] provisional, [e] estimated, [r] revised after it was published"],
    ...(made.small ? [["Small numbers", `${smallInFile[made.small]}. ${smallWords[made.small]}`] as const] : []),
    ["Colours", "A figure is coloured by its bands; its grade also stands beside it in words."],
    ["Comments", "Words that are not approved say so beside them; those of an approval that lapsed are not shown."],
  ];
  const rows = said.map(([label, words]): Cell[] => [
    { words: label, style: "label" },
    { words, style: "words" },
  ]);
  return { name: "About", widths: [24, 100], frozen: { rows: 0, columns: 0 }, headings: null, rows: () => [rows] };
}

const levelWords = (labels: Labels) => labels.map(({ word }) => word).join(", ");

const noneSaid = Object.entries(noFigureWords)
  .map(([kind, { sign, word }]) => (kind === "blank" || kind === "not due" ? word : `${sign} ${word}`))
  .join(", ");
