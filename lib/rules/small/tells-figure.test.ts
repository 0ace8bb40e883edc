import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { formatFigure } from "#lib/rules/figure";
import { askedOfHidden, holdsNumber, tellsAny } from "#lib/rules/small/tells-figure";

const tellsFigure = (words: string, figure: string) => tellsAny(words, [figure]);

describe("words tell a figure", () => {
  test.each([
    ["Three were late.", "3"],
    ["It was 3, as before.", "3.0"],
    ["By now 7,103.", "7103"],
    ["By now 7 103.", "7103"],
    ["It stood at 65.0%.", "65"],
    ["About 67%.", "66.7"],
    ["Sixty-five point five per cent.", "65.5"],
    ["05 of them", "5"],
    ["５ of them", "5"],
    ["٥ of them", "5"],
    ["① of them, ❷ of us", "1"],
    ["① of them, ❷ of us", "2"],
    ["5² of them", "5"],
    ["a single complaint", "1"],
    ["both children", "2"],
    ["A couple left.", "2"],
    ["a pair of siblings", "2"],
    ["half a dozen", "6"],
    ["A half-dozen", "6"],
    ["a dozen", "12"],
    ["two dozen", "24"],
    ["3 dozen", "36"],
    ["a score", "20"],
    ["the twentieth child", "20"],
    ["the 21st", "21"],
    ["twenty‑one", "21"],
    ["sixty–five per cent", "65"],
    ["SIXTY FIVE", "65"],
    ["sixtyfive", "65"],
    ["of the twenty five were late", "5"],
    ["th\u00adree", "3"],
    ["a hundred and one", "101"],
    ["one thousand, two hundred and three", "1203"],
    ["12 thousand", "12000"],
    ["two thirds", "66.7"],
    ["three-quarters", "75"],
    ["a quarter", "25"],
    ["half of them", "50"],
    ["3 out of 4", "75"],
    ["one in five", "20"],
    ["None were.", "0"],
    ["All were.", "100"],
  ])("%s: %s", (words, figure) => expect(tellsFigure(words, figure)).toBe(true));

  test.each([
    ["In 2013, 30 of them; threefold.", "3"],
    ["five hundred", "5"],
    ["sixty-five", "5"],
    ["1,234 of them", "234"],
    ["It was 71.5.", "71"],
    ["The scorecard's thirdly often-told tale.", "3"],
    ["a hundred and twelve", "12"],
  ])("%s: not %s", (words, figure) => expect(tellsFigure(words, figure)).toBe(false));
});

const ones = [
  ..."zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen".split(" "),
  ..."seventeen eighteen nineteen".split(" "),
];
const tens = "twenty thirty forty fifty sixty seventy eighty ninety".split(" ");
const underHundred = (n: number, by: string) =>
  n < 20 ? ones[n]! : [tens[Math.floor(n / 10) - 2]!, ...(n % 10 ? [ones[n % 10]!] : [])].join(by);

/** A number written out, in one of the ways that people do. */
function writtenOut(n: number, by: string, and: string): string {
  if (n < 100) return underHundred(n, by);
  const rest = n % 100 ? `${and}${underHundred(n % 100, by)}` : "";
  return n < 1000
    ? `${ones[Math.floor(n / 100)]} hundred${rest}`
    : `${ones[Math.floor(n / 1000)]} thousand${n % 1000 ? `${n % 1000 < 100 ? " and " : " "}${writtenOut(n % 1000, by, and)}` : ""}`;
}

const irregular = { one: "first", two: "second", three: "third", five: "fifth", eight: "eighth", nine: "ninth" };
const ordinal = (written: string) =>
  written.replace(/[a-z]+$/, (last) => {
    if (last in irregular) return irregular[last as keyof typeof irregular];
    return last === "twelve" ? "twelfth" : `${last.replace(/y$/, "ie")}th`;
  });

const number = fc.oneof(fc.nat(300), fc.nat(9999));
const ways = fc.record({ by: fc.constantFrom("-", " ", "‑", ""), and: fc.constantFrom(" and ", " ") });

test("every number is told by its digits, padded decimals, words and ordinals, and by no other number's words", () => {
  const around = (said: string) => `There were ${said} of them.`;
  for (let n = 0; n <= 300; n++) {
    for (const said of [`${n}`, formatFigure(`${n}`, 2), `0${n}`, writtenOut(n, "-", " and ")]) {
      expect(tellsFigure(around(said), `${n}`), said).toBe(true);
      expect(tellsFigure(around(said), `${n + 1000}`), said).toBe(false);
    }
    if (n > 0) expect(tellsFigure(around(ordinal(writtenOut(n, "-", " and "))), `${n}`), `${n}`).toBe(true);
  }
  fc.assert(
    fc.property(number, ways, fc.boolean(), (n, { by, and }, capitals) => {
      const said = around(writtenOut(n, by, and));
      expect(tellsFigure(capitals ? said.toUpperCase() : said, `${n}`)).toBe(true);
      expect(tellsFigure(around(writtenOut(n, "-", and)), `${n + 1}`)).toBe(false);
    }),
  );
});

test("the passage is asked about as it stands, once", () => {
  expect(
    askedOfHidden("Sixty-five per cent, or 26 of the 40: 65.0%.", ["26", "65"]).map((each) => each.passage),
  ).toEqual(["Sixty-five", "26 of the 40", "26", "65.0"]);
});

test("whether words hold a number at all", () => {
  expect(holdsNumber("26 of the 40 conferences.")).toBe(true);
  expect(holdsNumber("A couple were left out.")).toBe(true);
  expect(holdsNumber("Late returns were counted.")).toBe(false);
});
