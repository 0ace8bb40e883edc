import { expect, test } from "vitest";
import { readHistoryAsked } from "#lib/history/inputs";

test("what is left blank is not asked", () => {
  expect(readHistoryAsked({ indicator: "", person: " ", from: undefined })).toEqual({
    filters: {},
    turn: null,
    typed: {},
    problems: {},
  });
});

test("a page of history can be asked for by all it is filtered by", () => {
  const person = "7f1d3a52-6a35-4f0e-9b57-0d0f3bb0a001";
  const asked = {
    indicator: "2.3",
    person,
    verb: "actual.record",
    month: "2013-12",
    from: "2014-01-01",
    to: "2014-01-31",
  };
  expect(readHistoryAsked({ ...asked, outcome: "done", before: "120" })).toEqual({
    filters: { ...asked, outcome: "done" },
    turn: { before: 120 },
    typed: { ...asked, outcome: "done", before: "120" },
    problems: {},
  });
});

test("of what is asked for twice the last counts, and what was typed is kept, readable or not", () => {
  expect(readHistoryAsked({ verb: ["actual.record", "month.open"], month: ["2013-12", " December "] })).toMatchObject({
    filters: { verb: "month.open" },
    typed: { verb: "month.open", month: "December" },
    problems: { month: expect.any(String) },
  });
});

test.each([
  ["person", "somebody"],
  ["verb", "drop table"],
  ["month", "2013-13"],
  ["month", "December"],
  ["from", "2014-02-31"],
  ["from", "14/01/2014"],
  ["to", "2026-13-40"],
  ["outcome", "maybe"],
  ["action", "1"],
  ["request", "1"],
  ["import", "the first"],
  ["afterEdition", "2013-11.1"],
  ["toEdition", "the newest"],
  ["words", "ab"],
  ["words", "a".repeat(101)],
  ["address", "1".repeat(101)],
  ["team", "a\0"],
  ["theme", "\ud800"],
  ["before", "-1"],
  ["after", "1e9"],
  ["indicator", "a\0"],
  ["indicator", "\ud800"],
])("what cannot be read is said by its field: %s %j", (field, text) => {
  const { problems, filters } = readHistoryAsked({ [field]: text });
  expect(Object.keys(problems)).toEqual([field]);
  expect(Object.values(problems)[0]).toMatch(
    /^(There is no such|Give the|Give three|Give at most|A position is|The outcome is) /,
  );
  expect(filters).toEqual({});
});

test("days go forwards", () => {
  expect(readHistoryAsked({ from: "2014-01-31", to: "2014-01-01" }).problems).toEqual({
    to: "The last day is before the first, 31 January 2014.",
  });
});
