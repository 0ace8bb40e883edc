import { isTypedFigure, isWords, namesOther, plainRef, readHeading } from "#lib/rules/block-text";
import { isBlank } from "#lib/rules/figure";
import { readMonthHeading } from "#lib/rules/month-heading";

type Rows = readonly (readonly string[])[];

const isKnownHeading = (text: string) =>
  readMonthHeading(text) !== null || readHeading(text) !== null || namesOther(text);
const isTitle = (text: string) => isWords(text) && !isKnownHeading(text);

/**
 * Where the headings stand: known ones in one of the first rows, below a title at most; else words above refs and what stands
 * beside them. Without any, -1: a row that may be the first figure's is never skipped.
 */
export function headingPlace(rows: Rows, isKnownRef: (ref: string) => boolean): number {
  const firstOther = rows.findIndex((row) => !row.every((text) => isBlank(text) || isTitle(text)));
  const known = rows
    .slice(0, 4)
    .findIndex((row, place) => place < rows.length - 1 && isHeadingRow(row, rows.slice(place + 1), isKnownRef));
  if (known >= 0 && (firstOther < 0 || firstOther >= known)) return known;
  return isAboveRefs(rows, isKnownRef) ? 0 : -1;
}

function isHeadingRow(row: readonly string[], below: Rows, isKnownRef: (ref: string) => boolean): boolean {
  if (row.some((text) => isKnownRef(plainRef(text)))) return false;
  const [next = []] = below;
  // A month above a month is the first of a column of them.
  const known = row.filter((text, place) => isKnownHeading(text) && readMonthHeading(next[place] ?? "") === null);
  const figures = row.filter((text) => isTypedFigure(text) && !isKnownHeading(text));
  return known.length > figures.length || row.some((text, place) => isRefHeading(text, place, below, isKnownRef));
}

/** "No." stands above refs, whatever stands beside it; as a word of its own it is no heading. */
const isRefHeading = (text: string, place: number, below: Rows, isKnownRef: (ref: string) => boolean) =>
  readHeading(text) === "ref" && below.some((row) => isKnownRef(plainRef(row[place] ?? "")));

/** Whether a first row of nothing but words stands above refs and above what is beside them: which row is whose, the refs say. */
function isAboveRefs([first = [], ...below]: Rows, isKnownRef: (ref: string) => boolean): boolean {
  const words = first.filter((text) => !isBlank(text));
  const [next = []] = below;
  const at = next.findIndex((text) => isKnownRef(plainRef(text)));
  return at >= 0 && words.every(isTitle) && first.some((text, place) => place !== at && !isBlank(text));
}

/** Whether a first row, which is read as the first figure's, may be meant as headings: it is all words. */
export function mayBeHeading([first = [], ...below]: Rows): boolean {
  const filled = first.filter((text) => !isBlank(text));
  return below.length > 0 && filled.length > 0 && filled.every(isTitle);
}
