import { type Month, monthName, parseMonth } from "#lib/rules/month";

/** Which edition: its month, and its number among the editions of that month. */
export type EditionName = { month: Month; number: number };

/** An edition as an address names it: "2013-12.2". */
export const editionText = ({ month, number }: EditionName): string => `${month}.${number}`;

/** Reads what an address asks for: "2013-12.2", or the newest of a month by "2013-12". Null where it is neither. */
export function parseEdition(typed: string): { month: Month; number: number | null } | null {
  const read = /^(\d{4}-\d\d)(?:\.([1-9]\d{0,5}))?$/.exec(typed);
  const month = read && parseMonth(read[1]!);
  return month && { month, number: read[2] ? Number(read[2]) : null };
}

/** "edition 2 of December 2013" */
export const editionWords = ({ month, number }: EditionName): string => `edition ${number} of ${monthName(month)}`;
