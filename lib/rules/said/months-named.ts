import { type Month, monthNames, parseMonthLabel } from "#lib/rules/month";
import { eitherCase } from "#lib/rules/said/asked";

const aMonth = `(${monthNames.join("|")})`;
export const monthNamed = new RegExp(
  `\\b(?:(${["in", "for", "of", "during", "since", "on", "from", "than", "with"].map(eitherCase).join("|")})\\s+)?` +
    `${aMonth}(?:\\s+(\\d{4}))?\\b(?!\\s+(?:to|and)\\s+${aMonth})`,
  "g",
);

/** The months that a sentence names; one without a year is the last of that name up to a month. */
export function monthsNamedIn(sentence: string, month: Month): { month: Month; passage: string; by: string | null }[] {
  return [...sentence.matchAll(monthNamed)].flatMap(([, by, name, year]) => {
    const latest = [0, 1]
      .map((back) => parseMonthLabel(`${name} ${Number(month.slice(0, 4)) - back}`)!)
      .find((each) => each <= month);
    const named = year ? parseMonthLabel(`${name} ${year}`) : (latest ?? null);
    return named ? [{ month: named, passage: year ? `${name} ${year}` : name!, by: by ?? null }] : [];
  });
}
