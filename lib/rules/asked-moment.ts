import { parseEdition } from "#lib/rules/edition";

/** Whether something typed is a moment, as "2014-01-14T09:32". */
export function isMoment(typed: string): boolean {
  const read = /^([1-9]\d{3}-\d\d-\d\d)T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?$/.exec(typed);
  const day = read && new Date(`${read[1]}T00:00:00Z`);
  return day !== null && !Number.isNaN(day.valueOf()) && day.toISOString().startsWith(read![1]!);
}

/** The number of a cut; null for what is none. */
export const cutNumber = (typed: string): number | null => (/^[1-9]\d{0,14}$/.test(typed) ? Number(typed) : null);

const quoted = (typed: string) => `“${typed.slice(0, 40)}”`;

export const notMoment = (typed: string): string =>
  `${quoted(typed)} is not a moment. Give it as year, month, day and time: 2014-01-14T09:32.`;

export const notCut = (typed: string): string => `${quoted(typed)} is not a cut. A cut is named by its number.`;

export const notEdition = (typed: string): string =>
  `${quoted(typed)} is not an edition. One is named by its month and its number: 2013-12.1.`;

export const noEdition = "This scorecard has no such edition.";

/** Of a page that is missing it is not known which of the two is. */
const notInEdition = "This scorecard has no such edition, or what you look for is not in it.";

export const noCut = (number: number): string => `There is no cut ${number}.`;

/** What may be wrong with the moment that a missing page's address asks for; null where it asks for none. */
export function askedMomentWords(search: URLSearchParams): string | null {
  const [edition, cut, at] = ["edition", "cut", "at"].map((name) => search.get(name));
  if (edition != null) return parseEdition(edition) ? notInEdition : notEdition(edition);
  if (cut) return cutNumber(cut) === null ? notCut(cut) : noCut(cutNumber(cut)!);
  if (at == null && cut == null) return null;
  return isMoment(at ?? "")
    ? "Nothing is kept of that moment: it was before the first that is kept, or it has not been yet."
    : notMoment(at ?? "");
}
