import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { PreviousFigure, previousInAll } from "#components/returns/previous-figure";
import type { ReturnPart } from "#lib/returns/return-parts";
import type { ReturnRow } from "#lib/returns/return-row";

const row = (month: string | null) =>
  ({
    precision: 0,
    previous: month && { month, actual: { value: "63", numerator: null, denominator: null }, grade: null },
  }) as ReturnRow;
const partOf = (...rows: ReturnRow[]) => ({ rows, labels: {} }) as ReturnPart;
const drawn = (of: ReturnRow, part: ReturnPart) =>
  renderToStaticMarkup(<PreviousFigure row={of} isNamed={previousInAll(part) !== null} />);

test("a column of one previous month is named after it, and its figures say the month on a phone alone", () => {
  const part = partOf(row("2013-11"), row("2013-11"), row(null));
  expect(previousInAll(part)).toBe("2013-11");
  expect(drawn(row("2013-11"), part)).toMatch(/<i>Nov 13<.*63/);
});

test("a column of several previous months names each beside its figure", () => {
  const part = partOf(row("2013-11"), row("2013-09"));
  expect(previousInAll(part)).toBeNull();
  expect(drawn(row("2013-09"), part)).toMatch(/<i class="year">Sep 13<.*63/);
});

test("a row that was never due before says so", () => {
  expect(drawn(row(null), partOf(row(null)))).toContain("none");
});
