import { expect, test } from "vitest";
import { type RecordingQuestion, whyNotRecord, whyNotsRecord } from "#lib/rules/recording";

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

const submitted = {
  submittedAt: new Date("2014-01-10T09:32Z"),
  submittedBy: "The lead",
  reopenedUntil: null,
  isReopened: false,
};

test("a submitted return is locked, one that is reopened is not, and one whose reopening has ended says so", () => {
  expect(whyNotRecord({ ...mayType, submitted })).toEqual({
    code: "WRONG_STATE",
    message:
      "The Assessment return for December 2013 was submitted by The lead on 10 January 2014, 09:32, so it is locked. Ask for it to be reopened.",
  });
  const reopened = { ...submitted, reopenedUntil: new Date("2014-01-14T17:00Z"), isReopened: true };
  expect(whyNotRecord({ ...mayType, submitted: reopened })).toBeNull();
  expect(whyNotRecord({ ...mayType, submitted: { ...reopened, isReopened: false } })?.message).toBe(
    "The Assessment return for December 2013 was reopened until 14 January 2014, 17:00, and is locked again since. Ask for it to be reopened.",
  );
});

test("there are as many answers as causes", () => {
  const codes = (facts: Partial<RecordingQuestion>) => whyNotsRecord({ ...mayType, ...facts }).map(({ code }) => code);
  expect(codes({})).toEqual([]);
  expect(codes({ leadsTeam: false, submitted, isDue: false })).toEqual(["WRONG_SCOPE", "WRONG_STATE", "NOT_DUE"]);
  expect(codes({ isTeamLead: false, leadsTeam: false, monthState: "not opened" })).toEqual([
    "WRONG_ROLE",
    "MONTH_NOT_OPEN",
  ]);
  expect(codes({ monthState: "closed", submitted, isDue: false })).toEqual(["MONTH_CLOSED", "NOT_DUE"]);
  expect(whyNotRecord({ ...mayType, monthState: "closed", isDue: false })?.message).toBe(
    "December 2013 is closed, so its figures are locked. 2.3 is not due for December 2013.",
  );
});

test("who one is comes before what the month is", () => {
  expect(whyNotRecord({ ...mayType, leadsTeam: false, monthState: "closed" })?.code).toBe("WRONG_SCOPE");
});
