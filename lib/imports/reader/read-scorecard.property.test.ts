import { readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
import { readScorecard } from "#lib/imports/reader/read-scorecard";
import { firstSet, trafficLights } from "#lib/testing/label-sets";

const seed = readFileSync("db/first-scorecard/scorecard.txt", "utf8");
const rows = seed.split("\n").map((line) => line.split("\t"));
const encode = (text: string) => new TextEncoder().encode(text);

/** Cells that a scorecard could hold, and some that it should not. */
const cell = fc.oneof(
  fc.constantFrom(
    "",
    "Comment",
    "PI Ref",
    "Dec-13",
    "2.3",
    "75+",
    "below 5",
    "20-15",
    "85",
    "6B",
    "%",
    "-",
    "|",
    "\u04124",
    "Good",
    "Amber",
  ),
  fc.string({ maxLength: 12 }).map((text) => text.replace(/[\t\n\r]/g, "")),
);
const change = fc.record({ row: fc.nat(rows.length - 1), column: fc.nat(15), text: cell });

test("whatever stands in its cells, a file is read or refused, never both and never neither", () => {
  fc.assert(
    fc.property(fc.array(change, { minLength: 1, maxLength: 6 }), (changes) => {
      const changed = rows.map((cells) => [...cells]);
      for (const { row, column, text } of changes) {
        const cells = changed[row];
        if (cells && column < cells.length) cells[column] = text;
      }
      const { reading, problems, doubts } = readScorecard(encode(changed.map((cells) => cells.join("\t")).join("\n")), [
        firstSet,
        trafficLights,
      ]);
      expect(reading === null).toBe(problems.length > 0);
      expect(new Set(doubts.map(({ key }) => key)).size).toBe(doubts.length);
    }),
    { numRuns: 300 },
  );
});

test("any bytes at all are read or refused", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
      expect(readScorecard(bytes, [firstSet]).problems.length).toBeGreaterThan(0);
    }),
  );
});

test("its own proposals, given as answers, change nothing", () => {
  const { doubts, reading } = readScorecard(encode(seed), [firstSet]);
  fc.assert(
    fc.property(fc.subarray(doubts), (some) => {
      const answers = Object.fromEntries(some.map(({ key, proposed }) => [key, proposed]));
      expect(readScorecard(encode(seed), [firstSet], answers).reading).toEqual(reading);
    }),
    { numRuns: 50 },
  );
});
