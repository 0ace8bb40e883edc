import { type Month, monthNames, parseMonthLabel } from "#lib/rules/month";
import { eitherCase } from "#lib/rules/said/asked";

const aMonth = `(${monthNames.join("|")})`;
export const monthNamed = new RegExp(
  `\\b(?:(${["in", "for", "of", "during", "since", "on", "from", "than", "with"].map(eitherCase).join("|")})\\s+)?` +
    `${aMonth}(?:\\s+(\\d{4}))?\\b(?!\\s+(?:to|and)\\s+${aMonth})`,
  "g",
);

/** A month that a sentence names, by which word and where. */
export type MonthNamed = { month: Month; passage: string; by: string | null; at: number };

/** The months that a sentence names; one without a year is the last of that name up to a month. */
export function monthsNamedIn(sentence: string, month: Month): MonthNamed[] {
  return [...sentence.matchAll(monthNamed)].flatMap(({ 1: by, 2: name, 3: year, index }) => {
    const latest = [0, 1]
      .map((back) => parseMonthLabel(`${name} ${Number(month.slice(0, 4)) - back}`)!)
      .find((each) => each <= month);
    const named = year ? parseMonthLabel(`${name} ${year}`) : (latest ?? null);
    const passage = year ? `${name} ${year}` : name!;
    return named ? [{ month: named, passage, by: by?.toLowerCase() ?? null, at: index }] : [];
  });
}
