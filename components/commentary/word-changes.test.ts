import fc from "fast-check";
import { expect, test } from "vitest";
import { wordChanges } from "#components/commentary/word-changes";

const joined = (before: string, after: string, without: "added" | "removed") =>
  wordChanges(before, after)
    ?.filter(({ kind }) => kind !== without)
    .map(({ words }) => words)
    .join("");

test("a changed phrase is struck out and put in as a whole", () => {
  expect(
    wordChanges(
      "Five of the seven cases were sibling groups transferred from another authority. A rota is in place.",
      "Five of the seven cases were sibling groups that transferred in during October. A rota is in place.",
    ),
  ).toEqual([
    { kind: "kept", words: "Five of the seven cases were sibling groups " },
    { kind: "removed", words: "transferred from another authority" },
    { kind: "added", words: "that transferred in during October" },
    { kind: "kept", words: ". A rota is in place." },
  ]);
});

test("words that were written anew are not marked", () => {
  expect(wordChanges("The rise is of four children.", "Recording was late in October, and is mended.")).toBeNull();
});

test("both texts can be read out of the marks, to the letter", () => {
  const word = fc.constantFrom("five", "of", "the", "seven", "cases", "were", "late.", "in", "October,", "\n");
  const text = fc.array(word, { maxLength: 12 }).map((words) => words.join(" "));
  fc.assert(
    fc.property(text, text, (before, after) => {
      if (wordChanges(before, after) === null) return;
      expect(joined(before, after, "added")).toBe(before);
      expect(joined(before, after, "removed")).toBe(after);
    }),
  );
});
