import type { MonthCounts } from "#components/pictures/month-counts";
import { monthName, monthShort } from "#lib/rules/month";

/** "In September 2013: 5 Outstanding, 3 Good; in December 2013: 6 Outstanding, 2 Good, 1 without a figure." */
export function countsWords(counts: readonly MonthCounts[]): string {
  const [first, last] = [counts[0], counts.at(-1)];
  const ends = [first, last === first ? undefined : last].filter((each) => each !== undefined);
  const said = ends.map(({ month, levels, ungraded, without }) => {
    const parts = [
      ...levels.map(({ level, count }) => `${count} ${level.word}`),
      ...(ungraded > 0 ? [`${ungraded} without a grade`] : []),
      ...(without > 0 ? [`${without} without a figure`] : []),
    ];
    return `in ${monthName(month)}: ${parts.join(", ") || "nothing was due"}`;
  });
  const words = said.join("; ");
  return words ? `${words[0]!.toUpperCase()}${words.slice(1)}.` : "";
}

/** The same as a table: its columns by word, and of each month how many. */
export type CountsRows = { columns: string[]; rows: [month: string, ...counts: number[]][] };

export function countsRows(counts: readonly MonthCounts[]): CountsRows {
  const words = [...new Set(counts.flatMap(({ levels }) => levels.map(({ level }) => level.word)))];
  return {
    columns: [...words, "No grade", "No figure"],
    rows: counts.map(({ month, levels, ungraded, without }) => [
      monthShort(month),
      ...words.map((word) => levels.find(({ level }) => level.word === word)?.count ?? 0),
      ungraded,
      without,
    ]),
  };
}
