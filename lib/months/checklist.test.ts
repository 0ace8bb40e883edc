import { expect, test } from "vitest";
import { checklistOf } from "#lib/months/checklist";
import type { MonthCell } from "#lib/months/month-cells";
import { firstLabels } from "#lib/people/first-labels";
import type { Submission } from "#lib/returns/submission-rows";

const cell = (state: "imported" | "none") =>
  ({
    indicator: { id: state, ref: state === "none" ? "2.1" : "2.2", earlier: [], rebased: [] },
    cell: {
      month: "2013-12",
      isDue: true,
      grade: 4,
      labels: firstLabels,
      actual: { value: "9", missing: null },
      at: { team: { id: "assessment", name: "Assessment" }, benchmark: null },
      milestone: null,
    },
    before: null,
    comment: { state },
    isApproved: false,
    timeliness: "in time",
  }) as unknown as MonthCell;

const submission = {
  teamId: "assessment",
  isReopened: false,
  reopenedUntil: null,
  askedAt: null,
} as unknown as Submission;
const returns = (...submissions: Submission[]) => ({
  cameClosed: false,
  openBefore: [],
  submissions,
  teams: [{ id: "assessment", slug: "the-assessment" }],
  timeZone: "Europe/London",
});

test("a required comment that came with an import is to be known and stands in nobody's way, for its lead is not asked for another", () => {
  const { blockers, warnings } = checklistOf([cell("none"), cell("imported")], null, returns(submission));
  expect(blockers.map(({ kind, ref }) => `${kind} ${ref}`)).toEqual(["comment 2.1"]);
  expect(warnings.map(({ kind, ref }) => `${kind} ${ref}`)).toEqual(["imported 2.2"]);
  expect(warnings[0]?.words).toContain("stands as imported, approved by nobody, and one is required");
});

test("a return that is not submitted stands in the way, once a team, and so does one that is open again", () => {
  const blockers = (...submissions: Submission[]) =>
    checklistOf([cell("imported"), cell("imported")], null, returns(...submissions)).blockers;
  expect(checklistOf([cell("imported")], null, { ...returns(), cameClosed: true }).blockers).toEqual([]);
  const found = { kind: "return", ref: "the-assessment", team: "Assessment" };
  expect(blockers()).toMatchObject([{ ...found, words: "not submitted" }]);
  expect(blockers(submission)).toEqual([]);
  const reopened = { ...submission, isReopened: true, reopenedUntil: new Date("2014-01-14T17:00Z") };
  expect(blockers(reopened)).toMatchObject([{ ...found, words: "reopened until 14 January 2014, 17:00" }]);
});

test("a return asked to be reopened is to be known: once the month is closed nobody can answer", () => {
  const asked = {
    ...submission,
    askedAt: new Date("2014-01-14T12:00Z"),
    askedBy: "Ann",
    askedReason: "2.1 is 9.",
  } as Submission;
  const { blockers, warnings } = checklistOf([cell("imported")], null, returns(asked));
  expect(blockers).toEqual([]);
  expect(warnings[0]).toMatchObject({
    kind: "asked",
    ref: "the-assessment",
    team: "Assessment",
    words: "asked to be reopened by Ann: “2.1 is 9.”",
  });
});

test("an earlier month that is still open stands in the way, for an edition shows nothing of it", () => {
  const { blockers } = checklistOf([cell("imported")], null, { ...returns(submission), openBefore: ["2013-10"] });
  expect(blockers).toMatchObject([
    { kind: "earlier", ref: "2013-10", words: "still open, so an edition shows nothing of it" },
  ]);
});
