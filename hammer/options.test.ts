import { expect, test } from "vitest";
import { readOptions } from "#hammer/options";

const known = ["kill", "pairs"];

test("everything is tried once unless said otherwise", () => {
  expect(readOptions(["--seed", "7"], known)).toEqual({ minutes: null, seed: 7, only: known });
  expect(readOptions(["10", "--only", "kill"], known)).toMatchObject({ minutes: 10, only: ["kill"] });
});

test("what is not known is refused in words", () => {
  expect(() => readOptions(["--only", "maim"], known)).toThrow("There is no maim. There are: kill, pairs");
  expect(() => readOptions(["soon"], known)).toThrow('MINUTES is a whole number, not "soon".');
});
