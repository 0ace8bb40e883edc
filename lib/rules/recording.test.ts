import { expect, test } from "vitest";
import { type RecordingQuestion, whyNotRecord } from "#lib/rules/recording";

const mayType: RecordingQuestion = {
  isTeamLead: true,
  leadsTeam: true,
  ref: "2.3",
  team: "Assessment",
  month: "2013-12",
  monthState: "open",
  submitted: null,
  isDue: true,
};

test("a lead may type a due figure of their own team while the month is open", () => {
  expect(whyNotRecord(mayType)).toBeNull();
});

test.each([
  [{ isTeamLead: false }, "WRONG_ROLE", "Only the team lead of an indicator’s team records its figures."],
  [{ leadsTeam: false }, "WRONG_SCOPE", "2.3 is recorded by the Assessment team, and you do not lead it."],
  [{ leadsTeam: false, team: null }, "WRONG_SCOPE", "2.3 has no team this month, and you do not lead it."],
  [
    { monthState: "not opened" },
    "MONTH_NOT_OPEN",
    "December 2013 has not been opened. The performance officer opens a month.",
  ],
  [{ monthState: "closed" }, "MONTH_CLOSED", "December 2013 is closed, so its figures are locked."],
  [{ isDue: false }, "NOT_DUE", "2.3 is not due for December 2013."],
  [
    { isDue: false, rule: { fromMonth: "2013-03", every: 12 } },
    "NOT_DUE",
    "2.3 is not due for December 2013: it is due once a year from March 2013, next in March 2014.",
  ],
] as const)("%o says why not: %s", (facts, code, message) => {
  expect(whyNotRecord({ ...mayType, ...facts })).toEqual({ code, message });
});

test("who one is comes before what the month is", () => {
  expect(whyNotRecord({ ...mayType, leadsTeam: false, monthState: "closed" })?.code).toBe("WRONG_SCOPE");
});
