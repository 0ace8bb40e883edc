import { expect, test } from "vitest";
import { putOff, readQueueAddress } from "#lib/commentary/queue-address";

const [one, other] = ["7f1d3a52-6a35-4f0e-9b57-0d0f3bb0a001", "7f1d3a52-6a35-4f0e-9b57-0d0f3bb0a002"];

test("an address says which part of the queue is shown, and nothing of what it cannot say", () => {
  expect(
    readQueueAddress({ month: "2013-12", team: "assessment", scorecard: "improvement", later: `${one},x,${other}` }),
  ).toEqual({
    month: "2013-12",
    team: "assessment",
    scorecard: "improvement",
    later: [one, other],
  });
  expect(readQueueAddress({ month: "December", team: "a b", scorecard: ["a"], later: "x" })).toEqual({});
});

test("what is put off goes behind what was put off before, as far as an address can hold", () => {
  expect(putOff({ month: "2013-12", later: [one, other] }, one)).toEqual({ month: "2013-12", later: [other, one] });
  const many = Array.from({ length: 30 }, (_, n) => `7f1d3a52-6a35-4f0e-9b57-0d0f3bb0b${String(n).padStart(3, "0")}`);
  expect(putOff({ later: many }, one).later).toHaveLength(25);
});
