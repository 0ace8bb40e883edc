import exceljs from "exceljs";
import { expect, test } from "vitest";
import type { Cell } from "#lib/exports/cell";
import type { Workbook } from "#lib/exports/workbook";
import { writeWorkbook } from "#lib/exports/write-workbook";
import { unzip } from "#lib/exports/zip";
import { allOf } from "#lib/testing/all-of";

const bookOf = (rows: Workbook["sheets"][number]["rows"]): Workbook => ({
  title: "A & B",
  about: "A & B. Made by <somebody>.",
  madeBy: "<somebody>",
  madeAt: new Date("2014-01-14T09:32:00Z"),
  styles: { words: { format: "@" }, percent: { format: "0%" }, month: { format: "mmmm yyyy" } },
  sheets: [{ name: "One", widths: [20, 10, 10], frozen: { rows: 1, columns: 1 }, headings: 1, rows }],
});

const bytesOf = async (rows: Workbook["sheets"][number]["rows"]) =>
  Buffer.concat(await allOf(writeWorkbook(bookOf(rows))));

async function readBack(cells: Cell[]) {
  const file = new exceljs.Workbook();
  const bytes = await bytesOf(() => [[cells]]);
  await file.xlsx.load(bytes as never);
  return { row: file.getWorksheet("One")!.getRow(1), xml: unzip(bytes), file };
}

// What a spreadsheet would run, fetch or tell others of, were it read as a formula.
const dangerous = [
  "=1+1",
  "+1+1",
  "-1+1",
  "@SUM(A1)",
  "\t=1+1",
  "\r=1+1",
  "\n=1+1",
  "=cmd|'/c calc'!A0",
  '=DDE("cmd";"/c calc";"x")',
  '=HYPERLINK("https://example.com/?x="&A1,"here")',
  "＝1+1",
  "'=1+1",
  "</t></is></c><c><f>1+1</f></c>",
  "{=1+1}",
  "5-9",
  "1.10",
  "2013-12",
];

test.each(dangerous)("words are words whatever they begin with: %j", async (words) => {
  const { row, xml } = await readBack([{ words, style: "words" }]);
  expect(row.getCell(1)).toMatchObject({ value: words, type: exceljs.ValueType.String, numFmt: "@" });
  const sheet = xml.get("xl/worksheets/sheet1.xml")!;
  expect(sheet).not.toMatch(/<f[ >]/);
  expect(sheet).toMatch(/<c r="A1" s="\d+" t="inlineStr">/);
});

test("what XML cannot carry comes back as it was, and what looks like its sign too", async () => {
  const words = "bell \u0007, carriage\r\nreturn, _x000D_, \uFFFE, Ж 漢 😀 & <b> ]]>";
  const { row } = await readBack([{ words }]);
  // The reader here leaves what a spreadsheet makes of such signs to others.
  const decoded = row
    .getCell(1)
    .text.replace(/_x([0-9A-F]{4})_/g, (_, code) => String.fromCharCode(Number.parseInt(code, 16)));
  expect(decoded).toBe(words);
  const half = await readBack([{ words: "half \uD83D of a sign" }]);
  expect(half.row.getCell(1).value).toBe("half \uFFFD of a sign");
});

test("words longer than a cell are cut where one ends", async () => {
  const { row } = await readBack([{ words: "a".repeat(40_000) }]);
  expect(row.getCell(1).text).toHaveLength(32_767);
});

test("numbers are numbers, months are dates, and both read as their format says", async () => {
  const { row, file } = await readBack([
    { number: "0.68", style: "percent" },
    null,
    { month: "2013-12", style: "month" },
  ]);
  expect(row.getCell(1)).toMatchObject({ value: 0.68, numFmt: "0%" });
  expect(row.getCell(2).value).toBeNull();
  expect(row.getCell(3)).toMatchObject({ value: new Date("2013-12-01T00:00:00Z"), numFmt: "mmmm yyyy" });
  expect(file).toMatchObject({ creator: "<somebody>", title: "A & B", created: new Date("2014-01-14T09:32:00Z") });
  expect(file.getWorksheet("One")!.headerFooter.oddFooter).toContain("A && B. Made by <somebody>.");
});

test("a footer is no longer than a spreadsheet takes", async () => {
  const bytes = Buffer.concat(
    await allOf(writeWorkbook({ ...bookOf(() => [[[{ words: "one" }]]]), about: "&".repeat(300) })),
  );
  const file = new exceljs.Workbook();
  await file.xlsx.load(bytes as never);
  expect(file.getWorksheet("One")!.headerFooter.oddFooter?.length).toBeLessThan(256);
});

test("rows are asked for as they are taken, and what gives them is closed when nobody takes more", async () => {
  let [given, isClosed] = [0, false];
  async function* rows(): AsyncGenerator<Cell[][]> {
    try {
      for (; given < 100_000; given++) yield [[{ words: `${given} ${Math.random()} ${"x".repeat(100)}` }]];
    } finally {
      isClosed = true;
    }
  }
  let taken = 0;
  for await (const piece of writeWorkbook(bookOf(rows))) {
    taken += piece.length;
    if (taken > 50_000) break;
  }
  expect(given).toBeLessThan(20_000);
  await expect.poll(() => isClosed).toBe(true);
});

test("rows that fail fail the file", async () => {
  async function* rows(): AsyncGenerator<Cell[][]> {
    yield [[{ words: "one" }]];
    throw new Error("the database went away");
  }
  await expect(bytesOf(rows)).rejects.toThrow("the database went away");
});
