import { expect, test } from "vitest";
import { ordinal } from "#lib/rules/ordinal";

test("places in a count are said as they are spoken", () => {
  expect([1, 2, 3, 4, 10, 11, 12, 13, 21, 22, 60].map(ordinal).join(" ")).toBe(
    "1st 2nd 3rd 4th 10th 11th 12th 13th 21st 22nd 60th",
  );
});
