import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { AnswerImportInput, CommitImportInput } from "#lib/imports/inputs";

test("an answer is words like any others: without blanks at its ends, and none where nothing can be seen", () => {
  const typed = { importId: randomUUID(), seen: "3", name: " Our\r\nscorecard\n", "section 1 title": "\u200b" };
  const read = { name: "Our\nscorecard", "section 1 title": "" };
  expect(AnswerImportInput.parse(typed).answers).toEqual(read);
  expect(CommitImportInput.parse({ ...typed, confirmed: "yes" }).answers).toEqual(read);
});
