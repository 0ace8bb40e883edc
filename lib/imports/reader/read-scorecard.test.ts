import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { readScorecard } from "#lib/imports/reader/read-scorecard";
import type { Answers } from "#lib/imports/reader/reading";
import { firstSet } from "#lib/testing/label-sets";

const seed = readFileSync("db/first-scorecard/scorecard.txt", "utf8");
const read = (text: string, answers?: Answers) => readScorecard(new TextEncoder().encode(text), [firstSet], answers);
const said = (text: string, answers?: Answers) =>
  read(text, answers).problems.map(({ row, column, message }) => `${row}:${column} ${message}`);

/** The seed with the cell on a row and column replaced. */
function withCell(row: number, column: number, value: string, text = seed): string {
  const lines = text.split("\n").map((line) => line.split("\t"));
  const cells = lines[row - 1];
  if (cells) cells[column - 1] = value;
  return lines.map((line) => line.join("\t")).join("\n");
}

test("a letter where a figure should be is refused with its row and column", () => {
  expect(said(withCell(10, 12, "6B"))).toEqual([expect.stringMatching(/^10:12 2\.3: “6B” is not a figure/)]);
  expect(said(withCell(3, 5, "O"))).toEqual([expect.stringMatching(/^3:5 1\.1: “O” is not a figure/)]);
});

test("a band that cannot be read, and one that contradicts the others, are refused", () => {
  expect(said(withCell(9, 7, "80 to about 89"))).toEqual([
    expect.stringMatching(/^9:7 2\.2, good: “80 to about 89” cannot be read as a band/),
  ]);
  expect(said(withCell(9, 7, ""))).toEqual([expect.stringMatching(/^9:7 2\.2, good: The band is empty/)]);
  expect(said(withCell(9, 6, "below 70"))).toEqual([
    expect.stringMatching(/^9:6 2\.2, adequate: .*lower is better, and here higher is better/),
  ]);
});

test("a milestone that cannot be read is refused", () => {
  expect(said(withCell(9, 14, "soon"))).toEqual([expect.stringMatching(/^9:14 2\.2: “soon” cannot be read/)]);
});

test("a ref twice is refused with both rows", () => {
  expect(said(withCell(10, 3, "2.2"))).toEqual(["10:3 2.2 stands twice: here and on row 9."]);
});

test("wrong columns are refused: a row too short, a heading missing, a heading that is not a month", () => {
  const short = seed.split("\n").map((line, index) => (index === 9 ? line.slice(0, -3) : line));
  expect(said(short.join("\n"))).toEqual([expect.stringMatching(/^10:\d+ This row has \d+ columns; .* has 16/)]);
  expect(said(withCell(2, 4, "Mesure"))[0]).toBe('2:null The heading on rows 1 and 2 has no column "Measure".');
  expect(said(withCell(2, 10, "Octember"))[0]).toMatch(/^2:10 "Octember" is not a month/);
  expect(said("a,b,c\n1,2,3\n")[0]).toMatch(/^1:null No heading was found/);
});

test("a figure without a ref, and text under no heading, are refused", () => {
  expect(said(withCell(10, 3, ""))).toEqual(["10:3 This row has no PI ref."]);
  expect(said(withCell(10, 16, "7"))).toEqual(["10:16 2.3: this column has no heading."]);
});

test("all problems are listed together, in the order of the file", () => {
  const bad = withCell(27, 9, "2x", withCell(9, 7, "?", withCell(4, 3, "1.1")));
  expect(read(bad).problems.map(({ row, column }) => [row, column])).toEqual([
    [4, 3],
    [9, 7],
    [27, 9],
  ]);
  expect(read(bad).reading).toBeNull();
});

test("an empty file, a binary, another encoding and a file too large are refused before they are read", () => {
  const bytes = (content: Uint8Array) => readScorecard(content, [firstSet]).problems.map(({ message }) => message);
  expect(bytes(new Uint8Array())).toEqual(["The file is empty."]);
  expect(said(" \n\t\n")[0]).toMatch(/The file is empty/);
  expect(bytes(Uint8Array.from([0x50, 0x4b, 3, 4, 0, 0]))).toEqual([expect.stringMatching(/not text/)]);
  expect(bytes(Uint8Array.from([0x25, 0xe9, 0x0a]))).toEqual([expect.stringMatching(/not text in UTF-8/)]);
  expect(bytes(new Uint8Array(1024 * 1024 + 1).fill(65))).toEqual([expect.stringMatching(/larger than 1 MB/)]);
});

test("more rows or longer cells than any scorecard has are refused", () => {
  expect(said(`${seed}${"\n".repeat(500)}`)[0]).toMatch(/^501:null The file has \d+ rows/);
  expect(said(withCell(3, 4, "x".repeat(5001)))).toEqual(["3:4 This cell holds more than 5000 characters."]);
});

test("a heading without indicators is refused", () => {
  expect(said(seed.split("\n").slice(0, 2).join("\n"))).toEqual([
    "null:null The file has a heading but no indicators.",
  ]);
});

test("Windows line ends and a byte order mark change nothing", () => {
  const dressed = read(`\uFEFF${seed.replaceAll("\n", "\r\n")}`);
  expect(dressed.problems).toEqual([]);
  expect(dressed.reading).toEqual(read(seed).reading);
});

test("an answer takes the proposal's place", () => {
  const { reading } = read(seed, {
    "2.3 precision": "1",
    "comment on row 5 indicator": "1.2",
    "3.1 action plan": "B4, B5",
  });
  expect(reading?.indicators.find(({ ref }) => ref === "2.3")?.precision).toBe(1);
  expect(reading?.comments[0]?.ref).toBe("1.2");
  expect(reading?.indicators.find(({ ref }) => ref === "3.1")?.actionPlanRefs).toEqual(["B4", "B5"]);
});

test("an answer that will not do is refused and names its doubt", () => {
  const doubtsOf = (answers: Answers) => read(seed, answers).problems.map(({ doubt }) => doubt);
  expect(doubtsOf({ "2.3 unit": "furlongs" })).toEqual(["2.3 unit"]);
  expect(doubtsOf({ "3.1 action plan": "\u04124" })).toEqual(["3.1 action plan"]);
  expect(doubtsOf({ "section 2 team": " " })).toEqual(["section 2 team"]);
  expect(doubtsOf({ "page 1 milestones": "12" })).toEqual(["page 1 milestones"]);
  expect(new Set(doubtsOf({ "2.3 direction": "lower" }))).toEqual(new Set(["2.3 direction"]));
});

test("fewer decimals than the figures have, and a percentage over 100, are refused at the figure", () => {
  expect(said(seed, { "1.2 precision": "0" })[0]).toMatch(/^4:9 1\.2: “15\.2” has more decimals/);
  expect(said(withCell(10, 12, "168"))).toEqual([expect.stringMatching(/^10:12 2\.3: “168” is over 100/)]);
});
