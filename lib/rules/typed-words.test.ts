import { expect, test } from "vitest";
import { useDatabase } from "#db/testing/use-database";
import { hasVisible, typedWords } from "#lib/rules/typed-words";

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
