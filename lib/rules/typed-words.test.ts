import { expect, test } from "vitest";
import { useDatabase } from "#db/testing/use-database";
import { countedWords, hasVisible, typedWords } from "#lib/rules/typed-words";

const database = useDatabase();

test.each(["", " ", "\u200b\u200d", "\u0007", "\u00ad\ufeff", "\u3164", "\u2800", "\u{e0041}", "\ufe0f"])(
  "nothing is seen of %j",
  (text) => expect(hasVisible(text)).toBe(false),
);

test.each(["x", ".", "é", "字", "ا", "👍", "\u200bword", "–"])("something is seen of %j", (text) =>
  expect(hasVisible(text)).toBe(true),
);

test("the database sees the same, of every character there is", async () => {
  const [found] = await database.asOwner(
    `select array_agg(n order by n) as blank from generate_series(1, 1114111) n
     where n not between 55296 and 57343 and not audit.has_visible(chr(n))`,
  );
  const ours = Array.from({ length: 0x10ffff }, (_, n) => n + 1).filter(
    (n) => (n < 0xd800 || n > 0xdfff) && !hasVisible(String.fromCodePoint(n)),
  );
  expect(found?.blank).toEqual(ours);
});

test("words are as typed, and none where nothing can be seen", () => {
  expect(typedWords(" two\r\nlines ")).toBe("two\nlines");
  expect(typedWords(" \u200b\r\n ")).toBe("");
});

test.each([
  ["\u2022\tSiblings\r\n\u2022\tA late court date", "• Siblings\n• A late court date"],
  ["\uF0B7\tSiblings\r\n o\tFive of seven", "• Siblings\n• Five of seven"],
  ["one line\vthe next\u2028and the last", "one line\nthe next\nand the last"],
  ["10\u00A0% of\tall\u0002\u0007", "10 % of all"],
  ["of the team\nso it is", "of the team\nso it is"],
  ["\u{1F468}\u200D\u{1F469} a\u0301", "\u{1F468}\u200D\u{1F469} \u00E1"],
])("what a word processor leaves in %j is cleaned", (pasted, cleaned) => {
  expect(typedWords(pasted)).toBe(cleaned);
  expect(typedWords(cleaned)).toBe(cleaned);
});

test("words are counted as they would be kept", () => {
  expect(countedWords(" four ", 1000)).toEqual({ words: "4 of 1,000 characters", isOver: false });
  expect(countedWords("x".repeat(1000), 1000).isOver).toBe(false);
  expect(countedWords("x".repeat(1120), 1000)).toEqual({
    words: "1,120 of 1,000 characters: 120 too many",
    isOver: true,
  });
});
