import { isBlank, plainTyped, readFigure } from "#lib/rules/figure";
import { monthNames } from "#lib/rules/month";
import { readMonthHeading } from "#lib/rules/month-heading";
import { readCell } from "#lib/rules/typed-figure";

// Whether a text may be a figure at all is asked before it is known of which indicator.
const anyShape = { unit: "average", precision: 4 } as const;
const anyUnit = ["percent", "pounds", "days"] as const;

/** What a spreadsheet shows where a figure could not be worked out: "#DIV/0!", "#REF!", "#NAME?". */
const isError = (text: string) => /^#[\p{Lu}\d/_]+[!?]?$/u.test(plainTyped(text));

/** Whether a cell of a block is words, which nobody types where a figure stands: "seen within ten days", not "n/a". */
export const isWords = (text: string): boolean =>
  /\p{L}{3}/u.test(plainTyped(text)) && !isError(text) && readMonthHeading(text) === null && !isTypedFigure(text);

/** Whether a cell says something that could stand in the cell of a figure: a figure, a symbol, or what is asked about. */
export function isTypedFigure(text: string): boolean {
  if (isBlank(text)) return false;
  const read = readCell(text, anyShape);
  return read.as !== "figure" || anyUnit.some((unit) => readFigure(read.typed, { ...anyShape, unit }).ok);
}

/** What a heading above a column says that stands under it, as far as it is one of the known ones. */
export type Heading = "ref" | "figure" | "note" | "month" | null;

const headings: [Exclude<Heading, null>, RegExp][] = [
  ["ref", /^(?:pi|kpi|(?:(?:pi|kpi|indicator|measure) )?(?:ref(?:erence)?|no|number|code|id)\.?)$/],
  ["figure", /^(?:actuals?|figures?|values?|results?|outturn|performance)(?: ?\(?%\)?)?$/],
  ["note", /^(?:notes?|remarks?)$/],
  ["month", /^(?:months?|period|date)$/],
];

export function readHeading(text: string): Heading {
  const plain = plainTyped(text).toLowerCase();
  return headings.find(([, known]) => known.test(plain))?.[0] ?? null;
}

const monthWords = monthNames.map((name) => name.toLowerCase()).flatMap((name) => [name, name.slice(0, 3)]);

/** Whether a heading says plainly that what stands under it is something else than a month's figures: a target, a quarter, a year. */
export function namesOther(text: string): boolean {
  const plain = plainTyped(text).toLowerCase();
  const isPeriod = /^(?:q[1-4]|quarter|ytd|year to date|(?:last|previous|this) (?:year|month|quarter)|20\d\d\/\d\d$)/;
  return (
    /^(?:targets?|milestones?|benchmarks?|baseline|plan|forecast)\b/.test(plain) ||
    isPeriod.test(plain) ||
    [...monthWords, "sept"].includes(plain.replace(/\.$/, ""))
  );
}

/** A ref as it is compared: however it was spaced, in either case, with or without "PI" before it. */
export const plainRef = (text: string): string =>
  plainTyped(text)
    .toLowerCase()
    .replace(/^(?:pi|kpi) ?(?=\d)/, "");

/** Whether texts below one another are numbered as refs are, "9.1", "9.2" or "1.10", "1.20"; or are the days into which a spreadsheet turns refs. */
export function areLikeRefs(texts: readonly string[]): boolean {
  if (texts.length < 2) return false;
  const plain = texts.map(plainRef);
  if (plain.every((text) => /^\d{1,2}[- ][a-z]{3}$/.test(text))) return true;
  const numbered = plain.map((text) => /^(\d{1,2})\.(\d{1,2})$/.exec(text)?.slice(1).map(Number) ?? []);
  return numbered.every(([major = Number.NaN, minor = Number.NaN], place) => {
    const [majorBefore = major, minorBefore = minor - 1] = numbered[place - 1] ?? [];
    return major === majorBefore ? minor > minorBefore : major === majorBefore + 1;
  });
}
