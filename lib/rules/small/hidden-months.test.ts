import fc from "fast-check";
import { expect, test } from "vitest";
import { type Coverage, coverages } from "#db/vocabulary";
import { addMonths, type Month } from "#lib/rules/month";
import { hiddenMonths, type SmallFigure } from "#lib/rules/small/hidden-months";

const figure = (month: Month, count: number | string, covers: Coverage, more: Partial<SmallFigure> = {}) => ({
  ...{ month, covers, unit: "count" as const, value: String(count), numerator: null, denominator: null, hides: true },
  ...more,
});
/** From April 2013 on, one figure a month; null where there is none. */
const series = (covers: Coverage, counts: readonly (number | null)[]): SmallFigure[] =>
  counts.flatMap((count, index) => (count === null ? [] : figure(addMonths("2013-04", index), count, covers)));
const percent = (month: Month, part: number, whole: number, covers: Coverage = "the month"): SmallFigure =>
  figure(month, Math.round((100 * part) / whole), covers, {
    ...{ unit: "percent", numerator: String(part), denominator: String(whole) },
  });
const hidden = (figures: readonly SmallFigure[]) => [...hiddenMonths(figures)].sort();

test("1 to 5 are hidden, and parts of such; 0 and 6 are shown", () => {
  expect(hidden(series("the month", [0, 1, 5, 6, 100, 3]))).toEqual(["2013-05", "2013-06", "2013-09"]);
  expect(hidden([figure("2013-04", "5.5", "the month"), figure("2013-05", "0.5", "as at the month’s end")])).toEqual([
    "2013-04",
    "2013-05",
  ]);
});

test("a percentage is hidden where few are counted, are not, or are there at all; and where nobody can say", () => {
  expect(hidden([percent("2013-04", 6, 20), percent("2013-05", 0, 20), percent("2013-06", 20, 20)])).toEqual([]);
  expect(hidden([percent("2013-04", 3, 20)])).toEqual(["2013-04"]);
  expect(hidden([percent("2013-04", 17, 20)])).toEqual(["2013-04"]);
  expect(hidden([percent("2013-04", 0, 4)])).toEqual(["2013-04"]);
  expect(hidden([percent("2013-04", 4, 4)])).toEqual(["2013-04"]);
  expect(hidden([{ ...percent("2013-04", 6, 20), numerator: null, denominator: null }])).toEqual(["2013-04"]);
});

test("where small numbers are not hidden, nothing is", () => {
  expect(hidden(series("the month", [1, 2, 3]).map((each) => ({ ...each, hides: false })))).toEqual([]);
});

test("a year to date is hidden until six more than the last one shown have come", () => {
  expect(hidden(series("the year to date", [10, 12, 13, 16, 16, 18, 30]))).toEqual(["2013-05", "2013-06", "2013-09"]);
});

test("and begins anew in April", () => {
  const months = [...series("the year to date", Array(12).fill(30)), figure("2014-04", 32, "the year to date")];
  expect(hidden(months)).toEqual([]);
});

test("one that falls is hidden, as nothing can be said of what it discloses", () => {
  expect(hidden(series("the year to date", [30, 20, 40]))).toEqual(["2013-05"]);
});

test("of a percentage of the year to date each month's own parts are not to be worked out either", () => {
  const year = [percent("2013-04", 20, 40, "the year to date"), percent("2013-05", 30, 53, "the year to date")];
  expect(hidden(year)).toEqual(["2013-05"]);
});

test("the last twelve months disclose a month once the others are known to be nothing", () => {
  expect(hidden(series("the last twelve months", [20, 22, 21, 23]))).toEqual([]);
  expect(hidden(series("the last twelve months", [0, 8, 10]))).toEqual(["2013-06"]);
});

test("a nothing that would disclose is hidden too", () => {
  expect(hidden(series("the last twelve months", [8, 6, 0]))).toEqual(["2013-06"]);
});

test("what was shown of other months counts as known, also where it was not hidden", () => {
  const [april, may] = series("the year to date", [8, 10]) as [SmallFigure, SmallFigure];
  expect(hidden([{ ...april, hides: false }, may])).toEqual(["2013-05"]);
  expect(hidden([{ ...may, hides: false }, april])).toEqual(["2013-04"]);
});

test("a figure that takes the place of another is decided by what is shown by then, and nothing else is decided anew", () => {
  const [april, may] = series("the year to date", [20, 30]) as [SmallFigure, SmallFigure];
  expect(hidden([april, may, { ...april, value: "27" }])).toEqual(["2013-04"]);
  expect(hidden([april, may, { ...april, value: "24" }])).toEqual([]);
  const [first, second] = series("the year to date", [20, 22]) as [SmallFigure, SmallFigure];
  expect(hidden([first, second, { ...first, value: "10" }])).toEqual(["2013-05"]);
});

const counts = fc.array(fc.oneof(fc.constant(0), fc.nat(8), fc.nat(30)), { minLength: 1, maxLength: 30 });
const kinds = fc.constantFrom(...coverages.slice(0, 3));

/** What each month's figure is, of the counts of the months themselves. */
function told(months: readonly number[], covers: readonly Coverage[]): SmallFigure[] {
  return months.flatMap((_, index) => {
    const kind = covers[index % covers.length]!;
    const from =
      kind === "the month" ? index : kind === "the year to date" ? index - (index % 12) : Math.max(index - 11, 0);
    const count = months.slice(from, index + 1).reduce((sum, one) => sum + one, 0);
    return figure(addMonths("2013-04", index), count, kind);
  });
}

/**
 * Somebody who subtracts: from what is shown, from how many months each figure is of, and from knowing that what is hidden
 * for being few is 1 to 5, the least and the most that each stretch of months can have had. Bellman and Ford's way.
 */
function attack(figures: readonly SmallFigure[], isHidden: ReadonlySet<Month>) {
  const size = figures.length + 13;
  const edges: [number, number, number][] = [];
  for (let point = 1; point < size; point++) edges.push([point, point - 1, 0]);
  figures.forEach(({ month, covers, value }, index) => {
    const to = index + 13;
    const from =
      covers === "the month" ? to - 1 : covers === "the year to date" ? 12 + (index - (index % 12)) : to - 12;
    const count = Number(value);
    if (!isHidden.has(month)) edges.push([from, to, count], [to, from, -count]);
    else if (count >= 1 && count <= 5) edges.push([from, to, 5], [to, from, -1]);
  });
  return (from: number): number[] => {
    const most = Array<number>(size).fill(Number.POSITIVE_INFINITY);
    most[from] = 0;
    for (let again = true; again; ) {
      again = false;
      for (const [one, other, by] of edges) {
        if (most[one]! + by < most[other]!) [most[other], again] = [most[one]! + by, true];
      }
    }
    return most;
  };
}

test("whoever subtracts works out no count of 1 to 5, of no stretch of months", () => {
  fc.assert(
    fc.property(counts, fc.array(kinds, { minLength: 1, maxLength: 2 }), (months, covers) => {
      const figures = told(months, covers);
      const most = attack(figures, hiddenMonths(figures));
      const from = Array.from({ length: months.length + 13 }, (_, point) => most(point));
      for (let one = 0; one < from.length; one++) {
        for (let other = one + 1; other < from.length; other++) {
          const [least, greatest] = [-from[other]![one]!, from[one]![other]!];
          if (least === greatest) expect(least === 0 || least > 5).toBe(true);
        }
      }
    }),
    { numRuns: 300 },
  );
});

test("what is decided of a month stays so, whatever months come after it", () => {
  fc.assert(
    fc.property(counts, kinds, fc.nat(30), (months, kind, length) => {
      const figures = told(months, [kind]);
      const fewer = hiddenMonths(figures.slice(0, length));
      const all = hiddenMonths(figures);
      for (const { month } of figures.slice(0, length)) expect(all.has(month)).toBe(fewer.has(month));
    }),
  );
});

test("nor whatever is restated: what an edition shows of a figure that still stands, every later one shows", () => {
  const events = fc.array(fc.tuple(fc.nat(11), fc.nat(20)), { minLength: 1, maxLength: 24 });
  fc.assert(
    fc.property(events, kinds, fc.nat(24), (given, kind, length) => {
      const figures = given.map(([month, count]) => figure(addMonths("2013-04", month), count, kind));
      const [then, now] = [hiddenMonths(figures.slice(0, length)), hiddenMonths(figures)];
      const changed = new Set(figures.slice(length).map(({ month }) => month));
      for (const { month } of figures.slice(0, length)) {
        if (!changed.has(month)) expect(now.has(month)).toBe(then.has(month));
      }
    }),
  );
});
