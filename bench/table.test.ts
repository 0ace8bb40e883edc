import { expect, test } from "vitest";
import { atLeast, atMost, exactly } from "#bench/lines";
import { tableOf } from "#bench/table";

test("a table has the columns that were measured, what must hold, and what was kept where it was another", () => {
  const limits = [atLeast("ratio", 0.5), atMost("kB", 75), exactly("entries", 1)];
  const kept = new Map([["save", new Map(Object.entries({ ratio: "0.20", kB: "80.0" }))]]);
  const lines = [
    { what: "floor", numbers: { ratio: 1 } },
    { what: "save", numbers: { ratio: 0.5, kB: 80, entries: 0.9999 }, limits },
  ];
  expect(tableOf(lines, kept).replace(/ +/g, " ").split("\n")).toEqual([
    "| | ratio | kB | entries | must reach |",
    expect.stringMatching(/^\| -+ \|/),
    "| floor | 1.00 | | | |",
    "| save | 0.50 (0.20) | 80.0 | 1.000 | ratio ≥ 0.5 ✓; kB ≤ 75 ✗; entries 1 ✗ |",
  ]);
});

test("a limit of what could not be measured is not met", () => {
  expect(tableOf([{ what: "save", numbers: { kB: 1 }, limits: [atMost("ms", 1000)] }])).toContain("ms ≤ 1000 ✗");
});
