import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { DueRule } from "#lib/rules/due";
import { isDue } from "#lib/rules/due";
import { type DueFacts, whyDue } from "#lib/rules/due-words";
import { addMonths, type Month } from "#lib/rules/month";

const always = { firstMonth: "2013-01", lastMonth: "9999-12" } as const;
const rule = (every: number, fromMonth: Month = "2013-03", lastMonth: Month = "9999-12") => ({
  every,
  fromMonth,
  firstMonth: fromMonth,
  lastMonth,
});
const facts = (given: Partial<DueFacts>): DueFacts => ({ definitions: [always], dueRules: [rule(1)], ...given });

describe("why an indicator is due or not", () => {
  it.each([
    [{}, "2014-02", true, "due every month"],
    [{ dueRules: [rule(3)] }, "2013-12", true, "due every three months from March 2013"],
    [{ dueRules: [rule(3)] }, "2014-02", false, "due every three months from March 2013, next in March 2014"],
    [{ dueRules: [rule(12)] }, "2014-04", false, "due once a year from March 2013, next in March 2015"],
    [
      { dueRules: [rule(3, "2013-03", "2014-02")] },
      "2014-01",
      false,
      "due every three months from March 2013, no more by this rule",
    ],
    [{ dueRules: [rule(1, "2014-06")] }, "2014-02", false, "not before June 2014"],
    [{ dueRules: [rule(1, "2013-03", "2013-12")] }, "2014-02", false, "ended after December 2013"],
    [{ dueRules: [] }, "2014-02", false, "nothing says that it is due"],
    [{ definitions: [] }, "2014-02", false, "it has no definition"],
    [{ definitions: [{ firstMonth: "2013-01", lastMonth: "2013-12" }] }, "2014-02", false, "ended after December 2013"],
  ] as const)("%j in %s: %s, %s", (given, month, due, words) => {
    expect(whyDue(facts(given), month)).toEqual({ isDue: due, words });
  });

  it("says what the rule says, in whichever month", () => {
    const every = fc.constantFrom(1, 3, 12);
    fc.assert(
      fc.property(every, fc.integer({ min: 0, max: 60 }), (times, later) => {
        const month = addMonths("2013-03", later);
        const held: DueRule = rule(times);
        expect(whyDue(facts({ dueRules: [rule(times)] }), month).isDue).toBe(isDue(held, month));
      }),
    );
  });
});
