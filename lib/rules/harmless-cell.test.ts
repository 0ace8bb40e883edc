import { expect, test } from "vitest";
import { harmlessCell } from "#lib/rules/harmless-cell";

test.each(["=1+1", "+44 20", "-2+3", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1", "-", "--1"])(
  "%j is made harmless in a spreadsheet",
  (typed) => {
    expect(harmlessCell(typed)).toBe(`'${typed}`);
  },
);

test.each(["", "15.4", "-3", "-0.5", "10-20", "95+", "below 20", "'=1", "Repeat referrals: = 3"])(
  "%j is left as it is",
  (typed) => {
    expect(harmlessCell(typed)).toBe(typed);
  },
);
