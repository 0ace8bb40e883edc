import { expect, test } from "vitest";
import { harmlessField } from "#lib/rules/harmless-field";

test.each(["=1+1", "+44 20", "-2+3", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1", "-", "--1"])(
  "%j is made harmless in a spreadsheet",
  (typed) => {
    expect(harmlessField(typed)).toBe(`'${typed}`);
  },
);

test.each(["", "15.4", "-3", "-0.5", "10-20", "95+", "below 20", "'=1", "Repeat referrals: = 3"])(
  "%j is left as it is",
  (typed) => {
    expect(harmlessField(typed)).toBe(typed);
  },
);
