import Big from "big.js";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { firstLabels as labels } from "#lib/people/first-labels";
import { edgeOf, parseBand, reaches, shortOf, signTo } from "#lib/rules/band";
import { bandRows, bandsFromRows, parseBands } from "#lib/rules/bands";
import { gained } from "#lib/rules/better";
import { assuranceOf, controlChart, pointVariation, variationOf } from "#lib/rules/control-chart";
import { earnedGrade, gradeOf, gradeReason } from "#lib/rules/grade";
import { milestoneState, milestoneWords, parseMilestone, requiredPace } from "#lib/rules/milestone";
import { addMonths, type Month } from "#lib/rules/month";
import { isThereIn, reachedBy } from "#lib/rules/pace";
import { claimsIn } from "#lib/rules/said/claims";
import { travel, travelWords } from "#lib/rules/travel";
import { typedBands } from "#lib/testing/typed-bands";

const numbers = fc
  .tuple(fc.nat(99_999), fc.integer({ min: 0, max: 3 }))
  .map(([digits, decimals]) => String(Number(`${digits}e-${decimals}`)));
const steps = fc.array(fc.integer({ min: 1, max: 50 }), { minLength: 6, maxLength: 6 });

const read = (worstFirst: string[], precision = 0) => parseBands(typedBands(worstFirst), "within", precision);
function bandsOf(worstFirst: string[]) {
  const parsed = read(worstFirst);
  if (!parsed.ok) throw new Error(parsed.problems[0]!.message);
  return parsed.bands;
}
const caseload = bandsOf(["6-18", "8-16", "10-14"]);
const aim = { direction: "within" as const, bands: caseload };
function milestoneOf(typed: string) {
  const parsed = parseMilestone(typed, "within");
  if (!parsed.ok) throw new Error(parsed.message);
  return parsed.milestone;
}

describe("a range to be close to", () => {
  test("has both its ends, whichever way round it is written", () => {
    expect(edgeOf(parseBand("14-10")!, "within")).toEqual({ edge: "10", farEdge: "14", strict: false });
    expect(edgeOf(parseBand("12")!, "within")).toEqual({ edge: "12", farEdge: "12", strict: false });
  });

  test.each(["below 20", "above 5", "95+"])("is not %j, which has one end", (typed) => {
    expect(edgeOf(parseBand(typed)!, "within")).toBeNull();
    expect(read(["6-18", "8-16", typed])).toEqual({
      ok: false,
      problems: [
        {
          rank: 1,
          message: `“${typed}” has one end, and here close to a range is better: type both, such as 10-14.`,
        },
      ],
    });
  });

  test("is as far from a figure on one side as from its mirror image on the other", () => {
    fc.assert(
      fc.property(numbers, numbers, numbers, (from, to, value) => {
        const edge = edgeOf({ kind: "range", from, to }, "within")!;
        const mirrored = Big(from).plus(to).minus(value).toFixed();
        expect(shortOf(value, edge, "within").eq(shortOf(mirrored, edge, "within"))).toBe(true);
        expect(signTo(value, edge, "within")).toBe(-signTo(mirrored, edge, "within") + 0);
      }),
    );
  });

  test("is reached by what it is no distance from, and by nothing else", () => {
    fc.assert(
      fc.property(numbers, numbers, numbers, (from, to, value) => {
        const edge = edgeOf({ kind: "range", from, to }, "within")!;
        expect(reaches(value, edge, "within")).toBe(shortOf(value, edge, "within").eq(0));
        for (const end of [from, to]) expect(reaches(end, edge, "within")).toBe(true);
      }),
    );
  });
});

describe("bands around a range", () => {
  test("earn the best whose range the figure lies in, and the last outside all of them", () => {
    const grades = ["5", "6", "8", "9.9", "10", "12", "14", "14.1", "16", "18", "18.1"].map((value) =>
      gradeOf(value, caseload),
    );
    expect(grades).toEqual([4, 3, 2, 2, 1, 1, 1, 2, 2, 3, 4]);
  });

  test("the further from the best range on one side, the worse the grade", () => {
    fc.assert(
      fc.property(numbers, numbers, steps, fc.boolean(), (one, other, [a, b, c, d, e, f], isBelow) => {
        const [low, high] = [100 + b! + c!, 100 + b! + c! + a!];
        const bands = bandsOf(
          [`${low - d! - e!}-${high + e! + f!}`, `${low - d!}-${high + e!}`, `${low}-${high}`].map((typed) =>
            typed.replace(/^-/, ""),
          ),
        );
        const at = (value: string) => (isBelow ? Big(low).minus(value) : Big(high).plus(value));
        fc.pre(at(one).gte(0) && at(other).gte(0));
        const [near, far] = Big(one).lte(other) ? [one, other] : [other, one];
        expect(gradeOf(at(near).toFixed(), bands)).toBeLessThanOrEqual(gradeOf(at(far).toFixed(), bands));
      }),
    );
  });

  test("are read from their rows as they were written, and without a far end as one figure", () => {
    expect(bandsFromRows("within", bandRows(caseload))).toEqual(caseload);
    const bare = bandsFromRows("within", [{ rank: 1, asTyped: "12", edge: "12", farEdge: null, strict: false }]);
    expect(bare && [gradeOf("12", bare), gradeOf("12.1", bare)]).toEqual([1, 2]);
  });

  test.each([
    [["6-18", "12-17", "10-14"], [1], "Good (12-17) must hold all of Outstanding (10-14), and more"],
    [["6-18", "10-14", "10-14"], [1], "Good (10-14) must hold all of Outstanding (10-14), and more"],
    [["6-18", "15-20", "10-14"], [2, 1], "Adequate (6-18) must hold all of Good (15-20), and more"],
    [["10-14", "8-16", "6-18"], [2, 1], "Adequate (10-14) must hold all of Good (8-16), and more"],
  ])("%j do not nest", (worstFirst, ranks, message) => {
    const parsed = read(worstFirst);
    if (parsed.ok) throw new Error("read");
    expect(parsed.problems.map(({ rank }) => rank)).toEqual(ranks);
    expect(parsed.problems[0]!.message).toContain(message);
  });

  test("are only remarked on where one has no room on a side", () => {
    expect(read(["6-18", "10-16", "10-14"])).toMatchObject({
      ok: true,
      remarks: ["Good (10-16) and Outstanding (10-14) end together: no figure below 10 earns Good."],
    });
    expect(read(["6-18", "8-16", "10-14"])).toMatchObject({ ok: true, remarks: [] });
    expect(read(["6-18", "9.5-16", "10-14"], 0)).toMatchObject({ remarks: [expect.stringContaining("below 10")] });
    expect(read(["6-18", "9.5-16", "10-14"], 1)).toMatchObject({ remarks: [] });
    // 10 and 15 are figures of Good, though its edges are less than one apart from the next.
    expect(read(["6-18", "9.6-15.2", "10.4-14.6"], 0)).toMatchObject({ remarks: [] });
    expect(read(["6-18", "9.2-16", "9.8-14.6"], 0)).toMatchObject({
      remarks: ["Good (9.2-16) and Outstanding (9.8-14.6) end together: no figure below 9.8 earns Good."],
    });
  });

  test("say why a figure earns its grade", () => {
    const why = (value: string) => gradeReason(value, caseload, labels);
    expect(why("12")).toBe("12 is within 10 to 14, the range of Outstanding");
    expect(why("15")).toBe("15 is within 8 to 16, the range of Good; 10 to 14 earns Outstanding");
    expect(why("7")).toBe("7 is below 8 to 16, the range of Good, so Adequate");
    expect(why("20")).toBe("20 is above 6 to 18, the range of Adequate, so Inadequate");
    expect(earnedGrade("20", caseload, labels)).toBe(4);
  });
});

describe("close to a range", () => {
  test("a figure is better the closer it is, from either side", () => {
    expect(travelWords(travel("7", "9", aim))).toBe("up 2, improving");
    expect(travelWords(travel("18", "15", aim))).toBe("down 3, improving");
    expect(travelWords(travel("12", "17", aim))).toBe("up 5, declining");
    expect(travelWords(travel("10", "14", aim))).toBe("up 4, as close as before");
    expect(travelWords(travel("8", "16", aim))).toBe("up 8, as close as before");
    expect(travelWords(travel("12", "12", aim))).toBe("steady");
    expect(travelWords(travel("7", "9", { direction: "within" }))).toBe("up 2");
  });

  test("what is gained one way is lost the other", () => {
    fc.assert(
      fc.property(numbers, numbers, (one, other) => {
        expect(
          gained(one, other, aim)!
            .plus(gained(other, one, aim)!)
            .eq(0),
        ).toBe(true);
      }),
    );
  });

  test("a milestone is met inside its range, and missed by how far it is outside", () => {
    const milestone = milestoneOf("10-14");
    expect(["9", "10", "12", "14", "16.5"].map((value) => milestoneState(milestone, value, "open"))).toEqual([
      "missed",
      "met",
      "met",
      "met",
      "missed",
    ]);
    expect(["9", "12", "16.5"].map((value) => milestoneWords(milestone, value, "open"))).toEqual([
      "missed by 1",
      "met",
      "missed by 2.5",
    ]);
  });

  const months: [Month, Month] = ["2013-12", "2014-03"];
  test.each([
    ["4", "2"],
    ["20", "2"],
    ["12", null],
  ])("from %s a milestone of 10 to 14 takes %s a month", (latestValue, pace) => {
    const [latestMonth, milestoneMonth] = months;
    const question = { latestMonth, milestoneMonth, milestone: milestoneOf("10-14"), precision: 0 };
    expect(requiredPace({ ...question, latestValue })).toBe(pace);
  });

  test.each([
    ["11", "4", "2.3"],
    ["11-11.1", "4", "2.34"],
    ["11", "20", "3"],
    ["4-4.1", "11.1", "2.34"],
  ])("of a narrow range, %s, it takes from %s no more than arrives in it: %s a month", (typed, latestValue, pace) => {
    const [latestMonth, milestoneMonth] = months;
    const question = { latestMonth, milestoneMonth, milestone: milestoneOf(typed), precision: 0 };
    expect(requiredPace({ ...question, latestValue })).toBe(pace);
  });

  test("a pace that goes on reaches a range, and may be past it by then", () => {
    const pace = { from: { month: "2013-10" as Month, value: "4" }, to: { month: "2013-12" as Month, value: "8" } };
    expect(reachedBy(pace, milestoneOf("10-14"))).toBe("2014-01");
    expect(isThereIn(pace, milestoneOf("10-14"), "2014-03")).toBe(true);
    expect(isThereIn(pace, milestoneOf("10-14"), "2014-06")).toBe(false);
    expect(reachedBy(pace, milestoneOf("11"))).toBe("2014-02");
    expect(reachedBy(pace, milestoneOf("3-5"))).toBeNull();
  });

  const chart = (values: number[]) =>
    controlChart(values.map((value, index) => ({ month: addMonths("2013-01", index), value: String(value) })));
  const calm = [8, 9, 8, 9, 8, 9, 8, 9, 8, 9, 8, 9, 8, 9];
  test("what is unusual is an improvement towards the range and a concern away from it, on either side", () => {
    const of = (values: number[]) => variationOf(chart(values), aim);
    expect(of([...calm, 12])).toEqual({ is: "improvement", side: "high" });
    expect(of([...calm, 3])).toEqual({ is: "concern", side: "low" });
    expect(of([...calm, 30])).toEqual({ is: "concern", side: "high" });
    expect(of(calm)).toEqual({ is: "common cause" });
    const inside = calm.map((_, index) => 11 + (Math.floor(index / 2) % 2));
    expect(of([...inside, 14])).toEqual({ is: "neither", side: "high" });
    expect(of([...inside, 30])).toEqual({ is: "concern", side: "high" });
    const stretch = chart([...calm, 12])[0]!;
    expect(pointVariation(stretch.points.at(-1)!, stretch.limits, { direction: "within" })).toMatchObject({
      is: "neither",
    });
  });

  test("a target is counted on where all that is usual lies inside its range", () => {
    const of = (typed: string) => assuranceOf(chart(calm), milestoneOf(typed), "within");
    expect([of("2-20"), of("8-10"), of("30-40"), of("0-2")]).toEqual([
      "consistently passes",
      "hit or miss",
      "consistently fails",
      "consistently fails",
    ]);
  });

  test("what a comment claims is compared by how close the figures are", () => {
    const facts = {
      ...{ ...aim, month: "2013-12" as Month, unit: "count" as const, every: 1, rebasedFrom: [], others: [] },
      figures: [
        { month: "2013-11" as Month, value: "12" },
        { month: "2013-12" as Month, value: "17" },
      ],
    };
    expect(claimsIn("The figure has improved.", facts)).toEqual([
      {
        passage: "improved",
        why: "The figure went from 12 (November 2013) to 17, and close to 10-14 is better.",
      },
    ]);
    expect(claimsIn("The figure has worsened.", facts)).toEqual([]);
    expect(claimsIn("This is the best figure.", facts)).toMatchObject([{ passage: "best" }]);
    expect(claimsIn("The figure has improved.", { ...facts, bands: null })).toEqual([]);
    expect(claimsIn("The figure has not improved.", { ...facts, bands: null })).toEqual([]);
  });
});

test("a figure of a better level is better, however far the ranges reach on either side", () => {
  const uneven = { direction: "within" as const, bands: bandsOf(["6-24", "8-20", "10-14"]) };
  expect(travelWords(travel("7", "19", uneven))).toBe("up 12, improving");
  expect(travelWords(travel("22", "5", uneven))).toBe("down 17, declining");
  expect(travelWords(travel("19", "16", uneven))).toBe("down 3, improving");
  expect(travelWords(travel("30", "26", uneven))).toBe("down 4, improving");
});
