import { expect, test } from "vitest";
import { pageOfReturn } from "#lib/returns/page-of-return";
import type { ReturnPart } from "#lib/returns/return-parts";

const part = (name: string, count: number) =>
  ({
    scorecard: { name },
    rows: Array.from({ length: count }, (_, index) => ({ ref: `${name}${index + 1}` })),
  }) as unknown as ReturnPart;
const refs = (parts: readonly ReturnPart[]) => parts.map(({ rows }) => [rows[0]?.ref, rows.at(-1)?.ref, rows.length]);

test("few rows stand on one page", () => {
  const { parts, pages } = pageOfReturn([part("A", 16), part("B", 84)], 1);
  expect(refs(parts)).toEqual([
    ["A1", "A16", 16],
    ["B1", "B84", 84],
  ]);
  expect(pages).toEqual([{ page: 1, words: "A1 to B84" }]);
});

test("a thousand rows stand on ten, each row on one of them", () => {
  const all = [part("A", 250), part("B", 750)];
  expect(refs(pageOfReturn(all, 3).parts)).toEqual([
    ["A201", "A250", 50],
    ["B1", "B50", 50],
  ]);
  const pages = pageOfReturn(all, 1).pages;
  expect(pages.map(({ words }) => words).slice(1, 3)).toEqual(["A101 to A200", "A201 to B50"]);
  const seen = pages.flatMap(({ page }) => pageOfReturn(all, page).parts.flatMap(({ rows }) => rows));
  expect(new Set(seen.map(({ ref }) => ref)).size).toBe(1000);
});

test("a page that is not there is the last one", () => {
  expect(pageOfReturn([part("A", 150)], 9)).toMatchObject({ page: 2 });
  expect(pageOfReturn([], 2)).toMatchObject({ page: 1, parts: [] });
});
