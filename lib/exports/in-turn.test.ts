import { expect, test } from "vitest";
import { inTurn } from "#lib/exports/in-turn";

test("one is made at a time in the order of asking, and beyond so many that wait nobody is taken on", async () => {
  const take = inTurn(1);
  const [told, ends]: [string[], (() => void)[]] = [[], []];
  const work = (name: string) => () =>
    new Promise<string>((resolve) => {
      told.push(name);
      ends.push(() => resolve(name));
    });
  const [first, second, third] = [take(work("first")), take(work("second")), take(work("third"))];
  expect(await third).toBeNull();
  await Promise.resolve();
  expect(told).toEqual(["first"]);
  ends[0]!();
  expect(await first).toEqual({ made: "first" });
  await Promise.resolve();
  expect(told).toEqual(["first", "second"]);
  ends[1]!();
  expect(await second).toEqual({ made: "second" });
});

test("what fails stops nobody who waits", async () => {
  const take = inTurn(1);
  const failed = take(() => Promise.reject(new Error("no")));
  const next = take(() => Promise.resolve("made"));
  await expect(failed).rejects.toThrow("no");
  expect(await next).toEqual({ made: "made" });
});
