import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { formatFigure, isBlank, plainFigure, readFigure } from "#lib/rules/figure";

const percent = { unit: "percent", precision: 0 } as const;
const finePercent = { unit: "percent", precision: 1 } as const;
const count = { unit: "count", precision: 0 } as const;
const average = { unit: "average", precision: 2 } as const;

const said = (typed: string, shape: Parameters<typeof readFigure>[1] = percent) => {
  const read = readFigure(typed, shape);
  return read.ok ? read.value : read.message;
};

describe("a figure as typed", () => {
  test("is read with the spaces, sign and commas people use", () => {
    expect(said("68")).toBe("68");
    expect(said(" 68 ")).toBe("68");
    expect(said("68%")).toBe("68");
    expect(said("68 %")).toBe("68");
    expect(said("0")).toBe("0");
    expect(said("100")).toBe("100");
    expect(said("068")).toBe("68");
    expect(said("+68")).toBe("68");
    expect(said("68.")).toBe("68");
    expect(said("68.0")).toBe("68");
    expect(said("６８ per cent")).toBe("68");
    expect(said("6\u200b8")).toBe("68");
    expect(said("-0")).toBe("0");
    expect(said("1\u202f234", count)).toBe("1234");
    expect(said("15.4", finePercent)).toBe("15.4");
    expect(said(".5", finePercent)).toBe("0.5");
    expect(said("15.0", finePercent)).toBe("15");
    expect(said("1,234", count)).toBe("1234");
    expect(said("1,234.50", average)).toBe("1234.5");
  });

  test.each([
    ["£1,234.50", "pounds", "1234.5"],
    ["£ 1200", "pounds", "1200"],
    ["￡5", "pounds", "5"],
    ["1,234", "pounds", "1234"],
    ["12 days", "days", "12"],
    ["1 day", "days", "1"],
    ["41.2", "rate per 10,000", "41.2"],
    [
      "£5",
      "count",
      "“£5” is an amount in pounds, and this is a count. Type a count of 0 or more, with at most 2 decimals.",
    ],
    [
      "5 days",
      "percent",
      "“5 days” is a number of days, and this is a percentage. Type a percentage from 0 to 100, with at most 2 decimals.",
    ],
    [
      "5%",
      "rate per 1,000",
      "“5%” is a percentage, and this is a rate per 1,000. Type a rate per 1,000 of 0 or more, with at most 2 decimals.",
    ],
    [
      "-£5",
      "pounds",
      "“-£5” is below zero, and an amount in pounds cannot be negative. Type an amount in pounds of 0 or more, with at most 2 decimals.",
    ],
    ["£", "pounds", "“£” is not a figure. Type an amount in pounds of 0 or more, with at most 2 decimals."],
  ] as const)("is read with the sign of its own unit alone: %s as %s", (typed, unit, read) => {
    expect(said(typed, { unit, precision: 2 })).toBe(read);
  });

  test.each(["5²", "5¹", "₀₁₂", "①②", "1½", "5⁰%"])(
    "never takes a raised, lowered or circled digit for one: %s",
    (typed) => {
      expect(readFigure(typed, count).ok).toBe(false);
      expect(readFigure(typed, finePercent).ok).toBe(false);
    },
  );

  test("says what is wrong, each in its own sentence", () => {
    expect(said("6 8")).toBe("“6 8” is not a figure. Type a percentage from 0 to 100, whole numbers.");
    expect(said("")).toBe("Blank is not zero. Type a percentage from 0 to 100, whole numbers.");
    expect(said("101")).toBe(
      "“101” is over 100, and a percentage cannot be. Type a percentage from 0 to 100, whole numbers.",
    );
    expect(said("100.1", finePercent)).toContain("is over 100");
    expect(said("-1")).toBe(
      "“-1” is below zero, and a percentage cannot be negative. Type a percentage from 0 to 100, whole numbers.",
    );
    expect(said("−3", count)).toBe(
      "“−3” is below zero, and a count cannot be negative. Type a count of 0 or more, whole numbers.",
    );
    expect(said("15.4")).toBe(
      "“15.4” has more decimals than this indicator keeps. Type a percentage from 0 to 100, whole numbers.",
    );
    expect(said("15.45", finePercent)).toContain("with at most 1 decimal.");
    expect(said("5%", count)).toContain("is a percentage, and this is a count.");
    expect(said("99999999999", count)).toContain("too large to be a count");
    expect(said("9".repeat(60), count)).toContain("too long to be a figure");
  });

  test.each([
    "1e3",
    "1E3",
    "0x10",
    "Infinity",
    "NaN",
    "abc",
    "6b",
    "1,23",
    "12,34,567",
    "1.2.3",
    ".",
    "-",
    "%",
    "68%%",
    "68\0",
    "\uD800",
    "١٢",
    "1,5",
    "x",
    "= 1+1",
  ])("refuses %j", (typed) => {
    for (const shape of [percent, finePercent, count, average]) {
      expect(said(typed, shape)).toContain("is not a figure.");
    }
  });

  test("never puts a control character or half a letter back on the screen", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 60 }), (typed) => {
        const read = readFigure(typed, average);
        if (!read.ok) expect(/[\p{Cc}\p{Cs}]/u.test(read.message)).toBe(false);
      }),
    );
  });

  test("blank is not zero", () => {
    expect(isBlank("")).toBe(true);
    expect(isBlank(" \t\u00A0")).toBe(true);
    expect(isBlank("0")).toBe(false);
  });

  test("reads every canonical figure as itself, also as formatted", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 99_999_999 }), fc.integer({ min: 0, max: 4 }), (digits, precision) => {
        const value = plainFigure(`${digits}e-${precision}`);
        const shape = { unit: "average", precision } as const;
        expect(said(value, shape)).toBe(value);
        expect(said(formatFigure(value, precision), shape)).toBe(value);
      }),
    );
  });
});

test("a stored figure is shown with the indicator's decimals and never rounded", () => {
  expect(formatFigure("15", 1)).toBe("15.0");
  expect(formatFigure("15.46", 1)).toBe("15.46");
  expect(formatFigure("9")).toBe("9");
  expect(formatFigure("1234567.8", 2)).toBe("1,234,567.80");
});
