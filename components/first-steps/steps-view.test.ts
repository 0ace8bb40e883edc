import { expect, test } from "vitest";
import { stepsView } from "#components/first-steps/steps-view";

const states = (given: Parameters<typeof stepsView>[0]) => stepsView(given).map(({ state }) => state);
const team = { name: "Assessment", isLed: true, isHeaded: true };

test("what comes next is the first thing that is not done, until the first month is open", () => {
  expect(states({ teams: [], scorecards: [] })).toEqual(["next", "later", "later", "later"]);
  expect(states({ teams: [{ ...team, isHeaded: false }], scorecards: [] })).toEqual(["done", "next", "later", "later"]);
  const plan = { slug: "plan", name: "Plan", size: 2, opened: 0 };
  expect(states({ teams: [{ ...team, isHeaded: false }], scorecards: [plan] })).toEqual([
    "done",
    "done",
    "next",
    "later",
  ]);
  expect(states({ teams: [team], scorecards: [{ ...plan, opened: 1 }] })).toEqual(["done", "done", "done", "done"]);
});

test("an empty scorecard is led to, and who is missing is named", () => {
  const steps = stepsView({
    teams: [{ ...team, isLed: false }],
    scorecards: [{ slug: "plan", name: "Plan", size: 0, opened: 0 }],
  });
  expect(steps[1]!.links[0]).toEqual({ label: "Fill Plan", href: "/scorecards/plan/structure" });
  expect(steps[2]!.words).toBe("Without a team lead: Assessment.");
});
