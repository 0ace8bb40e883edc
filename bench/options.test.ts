import { expect, test } from "vitest";
import { readOptions } from "#bench/options";

const known = ["save", "pages"];

test("everything is measured in three rounds unless said otherwise", () => {
  expect(readOptions([], known)).toMatchObject({ groups: known, rounds: 3, keep: false });
  expect(readOptions(["pages", "--rounds", "5", "--keep"], known)).toMatchObject({
    groups: ["pages"],
    rounds: 5,
    keep: true,
  });
  expect(readOptions(["--quick"], known).rounds).toBe(1);
});

test("what is not known is refused in words", () => {
  expect(() => readOptions(["saves"], known)).toThrow("There is no saves. There are: save, pages");
  expect(() => readOptions(["--rounds", "some"], known)).toThrow("--rounds takes a whole number");
});
