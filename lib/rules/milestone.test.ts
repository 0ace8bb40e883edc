import Big from "big.js";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Direction } from "#db/vocabulary";
import { reaches } from "#lib/rules/band";
import { type Milestone, milestoneState, milestoneWords, parseMilestone, requiredPace } from "#lib/rules/milestone";
import { addMonths } from "#lib/rules/month";

function milestone(typed: string, direction: Direction): Milestone {
  const read = parseMilestone(typed, direction);
  if (!read.ok) throw new Error(read.message);
  return read.milestone;
}

describe("a milestone as typed", () => {
  test("is met by the indicator's direction", () => {
    expect(milestoneState(milestone("85", "higher"), "85", "open")).toBe("met");
    expect(milestoneState(milestone("85", "higher"), "84.9", "open")).toBe("missed");
    expect(milestoneState(milestone("85", "lower"), "85", "open")).toBe("met");
    expect(milestoneState(milestone("85", "lower"), "86", "closed")).toBe("missed");
    expect(milestoneState(milestone("10-20", "lower"), "20", "open")).toBe("met");
    expect(milestoneState(milestone("10-20", "lower"), "4", "open")).toBe("met");
    expect(milestoneState(milestone("75+", "higher"), "75", "open")).toBe("met");
    expect(milestoneState(milestone("below 20", "lower"), "20", "open")).toBe("missed");
  });

  test("without a figure is due until its month is closed", () => {
    const due = milestone("75+", "higher");
    expect(milestoneState(due, null, "not opened")).toBe("due");
    expect(milestoneState(due, null, "open")).toBe("due");
    expect(milestoneState(due, null, "closed")).toBe("no figure");
    expect(milestoneState(null, "75", "open")).toBeNull();
  });

  test("says by how much", () => {
    expect(milestoneWords(milestone("75+", "higher"), "68", "open")).toBe("missed by 7");
    expect(milestoneWords(milestone("85", "higher"), "90", "open")).toBe("met by 5");
    expect(milestoneWords(milestone("10-20", "lower"), "15.4", "open")).toBe("met by 4.6");
    expect(milestoneWords(milestone("20", "lower"), "20.0", "open")).toBe("met exactly");
    expect(milestoneWords(milestone("below 20", "lower"), "20", "open")).toBe("missed: 20 is not below 20");
    expect(milestoneWords(milestone("85", "higher"), null, "open")).toBe("due");
    expect(milestoneWords(milestone("85", "higher"), null, "closed")).toBe("no figure");
  });

  test("that contradicts the direction, or says nothing, is refused", () => {
    expect(parseMilestone("75+", "lower")).toMatchObject({
      ok: false,
      message: expect.stringContaining("lower is better"),
    });
    expect(parseMilestone("soon", "lower")).toMatchObject({ ok: false, message: expect.stringContaining("“soon”") });
  });
});

describe("the required pace", () => {
  const ask = (
    typed: string,
    direction: Direction,
    latestValue: string,
    milestoneMonth: `${number}-${number}`,
    precision = 0,
  ) =>
    requiredPace({
      latestMonth: "2013-12",
      latestValue,
      milestoneMonth,
      milestone: milestone(typed, direction),
      precision,
    });

  test("is rounded away from zero at one decimal more than the figures", () => {
    expect(ask("75+", "higher", "68", "2014-03")).toBe("2.4");
    expect(ask("95", "higher", "90", "2014-06")).toBe("0.9");
    expect(ask("15", "lower", "32.8", "2014-03", 1)).toBe("5.94");
    expect(ask("80", "higher", "74", "2014-03")).toBe("2");
  });

  test("goes beyond a strict edge", () => {
    expect(ask("below 25", "lower", "28", "2014-03")).toBe("1.1");
    expect(ask("below 25", "lower", "25", "2014-03")).toBe("0.1");
  });

  test("is none when the figure is there already, or the month is not later", () => {
    expect(ask("90", "higher", "90", "2014-03")).toBeNull();
    expect(ask("90", "higher", "80", "2013-12")).toBeNull();
    expect(ask("90", "higher", "80", "2013-11")).toBeNull();
  });

  test("kept gets there, and one step less would not", () => {
    const figures = fc.tuple(fc.nat(100_000), fc.integer({ min: 0, max: 4 }));
    fc.assert(
      fc.property(
        figures,
        fc.nat(100_000),
        fc.integer({ min: 1, max: 40 }),
        fc.constantFrom<Direction>("higher", "lower"),
        fc.boolean(),
        ([digits, precision], edgeDigits, months, direction, strict) => {
          const latestValue = Big(`${digits}e-${precision}`).toFixed();
          const edge = Big(`${edgeDigits}e-${precision}`).toFixed();
          const target: Milestone = { asTyped: edge, edge, strict, direction };
          const pace = requiredPace({
            latestMonth: "2013-12",
            latestValue,
            milestoneMonth: addMonths("2013-12", months),
            milestone: target,
            precision,
          });
          fc.pre(pace !== null);
          const arriving = (monthly: Big) =>
            Big(latestValue)
              .plus(monthly.times(months).times(direction === "higher" ? 1 : -1))
              .toFixed();
          expect(reaches(arriving(Big(pace)), target, direction)).toBe(true);
          const less = Big(pace).minus(Big(10).pow(-(precision + 1)));
          expect(less.gte(0) && reaches(arriving(less), target, direction)).toBe(false);
        },
      ),
    );
  });
});
