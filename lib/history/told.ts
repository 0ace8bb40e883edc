import type { Part, Sentence } from "#lib/history/entry";
import { type Image, textOf } from "#lib/history/image";
import { type Month, monthName, parseMonth } from "#lib/rules/month";

/** What a sentence says after who did it; or all of it, where that is whole. */
export type Told = { parts: Part[]; isWhole?: true; change?: Sentence["change"]; detail?: string | null };

/** What was done, then what it was done to. */
export const did = (done: string, rest: string | Part[], more: Omit<Told, "parts"> = {}): Told => ({
  parts: [{ text: done, as: "done" }, ...(typeof rest === "string" ? [{ text: rest }] : [{ text: " " }, ...rest])],
  ...more,
});

/** Whether a column came to be set that was not before. */
export const cameToBe = (before: Image | null, after: Image | null, column: string): boolean =>
  (after?.[column] ?? null) !== null && (before?.[column] ?? null) === null;

/** Whether a column that was set is so no more. */
export const ceasedToBe = (before: Image | null, after: Image | null, column: string): boolean =>
  cameToBe(after, before, column);

export const hasChanged = (before: Image | null, after: Image | null, column: string): boolean =>
  JSON.stringify(before?.[column] ?? null) !== JSON.stringify(after?.[column] ?? null);

/** " from September 2013", of a thing that holds from a month on. */
export function fromMonthOf(image: Image | null): string {
  const month = monthIn(image, "from_month");
  return month ? ` from ${monthName(month)}` : "";
}

/** A date column that is the first of its month. */
export const monthIn = (image: Image | null, column: string): Month | null =>
  parseMonth(textOf(image, column)?.slice(0, 7) ?? "");
