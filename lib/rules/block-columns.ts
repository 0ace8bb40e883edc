import { areLikeRefs, isTypedFigure, isWords, plainRef, readHeading } from "#lib/rules/block-text";
import { isBlank, plainTyped } from "#lib/rules/figure";
import { addMonths, type Month } from "#lib/rules/month";
import { readMonthHeading } from "#lib/rules/month-heading";

/** What stands in one column of a block; a figure without a month of its own is of its row's, a note is of a column's figure. */
export type BlockColumn =
  | { is: "ref"; isGuessed: boolean }
  | { is: "month" }
  | { is: "figure"; month: Month | null }
  | { is: "note"; of: number }
  | { is: "unread"; heading: string }
  | { is: "blank" };

type Asked = { heading: readonly string[] | null; rows: readonly (readonly string[])[]; month: Month };

/** Tells what the columns of a block are: by their headings, and where there are none by what stands in them. */
export function readColumns({ heading, rows, month }: Asked, isKnownRef: (ref: string) => boolean): BlockColumn[] {
  const width = Math.max(0, ...rows.map((row) => row.length), heading?.length ?? 0);
  const places = Array.from({ length: width }, (_, place) => place);
  const inColumn = (place: number) => rows.map((row) => row[place] ?? "").filter((text) => !isBlank(text));
  const headed = (place: number) => readHeading(heading?.[place] ?? "");
  const headedMonth = (place: number) => readMonthHeading(heading?.[place] ?? "");
  const isMostly = (place: number, is: (text: string) => boolean) => {
    const texts = inColumn(place);
    return texts.filter(is).length * 2 > texts.length;
  };

  const filled = places.filter((place) => inColumn(place).length > 0);
  const plain = filled.filter((place) => !isMostly(place, isWords));
  const months = plain.filter((place) => headedMonth(place) !== null);
  const monthPlace =
    plain.find((place) => headed(place) === "month") ??
    plain.find((place) => isMostly(place, (text) => readMonthHeading(text) !== null));
  const others = plain.filter((place) => place !== monthPlace && !months.includes(place));
  const [first] = others;
  const isRefs = (place: number) => isMostly(place, (text) => isKnownRef(plainRef(text)));
  const [leading = -1] = filled;
  // Refs of another scorecard, or as a spreadsheet changed them, are no figures of the month before.
  const isGuessed =
    heading === null && plain.some((place) => place !== leading) && areLikeRefs(inColumn(leading)) && !isRefs(leading);
  const refPlace =
    filled.find((place) => headed(place) === "ref") ??
    (first !== undefined && others.length + months.length > 1 && isRefs(first) ? first : undefined) ??
    (isGuessed ? leading : undefined);

  const rest = others.filter((place) => place !== refPlace && (headed(place) ?? "figure") === "figure");
  const named = rest.filter((place) => headed(place) === "figure");
  const figures = figurePlaces({ months, named, rest, isHeaded: heading !== null, isOfRows: monthPlace !== undefined });
  const monthOf = (place: number) =>
    headedMonth(place) ?? (monthPlace === undefined ? addMonths(month, figures.indexOf(place)) : null);
  const before = (place: number) => figures.findLast((figure) => figure < place) ?? figures[0];

  return places.map((place): BlockColumn => {
    if (place === refPlace) return { is: "ref", isGuessed };
    if (place === monthPlace) return { is: "month" };
    if (figures.includes(place)) return { is: "figure", month: monthOf(place) };
    if (!filled.includes(place)) return { is: "blank" };
    const of = before(place);
    const isNote = headed(place) === "note" || (heading === null && figures[0] !== undefined && figures[0] < place);
    if (isNote && of !== undefined) return { is: "note", of };
    return { is: "unread", heading: plainTyped(heading?.[place] ?? "") || `column ${place + 1}` };
  });
}

/** Under headings only what they name is a figure, or the one column that can be; without any, all that can be. */
function figurePlaces({
  months,
  named,
  rest,
  isHeaded,
  isOfRows,
}: {
  months: number[];
  named: number[];
  rest: number[];
  isHeaded: boolean;
  isOfRows: boolean;
}): number[] {
  if (months.length > 0) return months;
  const only = named.length > 0 ? named : rest;
  return (isHeaded || isOfRows) && only.length > 1 ? [] : only;
}

const isKnownHeading = (text: string) => readMonthHeading(text) !== null || readHeading(text) !== null;

/**
 * Where the headings stand: known ones in one of the first rows, below a title at most; else a first row of words alone, such
 * as nobody types for a figure. Without any, -1.
 */
export function headingPlace(rows: readonly (readonly string[])[], isKnownRef: (ref: string) => boolean): number {
  if (rows.length < 2) return -1;
  const firstOther = rows.findIndex((row) => !row.every((text) => isBlank(text) || isTitle(text)));
  const known = rows.slice(0, 4).findIndex((row) => isHeadingRow(row, isKnownRef));
  if (known >= 0 && (firstOther < 0 || firstOther >= known)) return known;
  return firstOther < 0 ? -1 : firstOther - 1;
}

function isHeadingRow(row: readonly string[], isKnownRef: (ref: string) => boolean): boolean {
  const texts = row.filter((text) => !isBlank(text));
  if (texts.some((text) => isKnownRef(plainRef(text)))) return false;
  const known = texts.filter(isKnownHeading).length;
  return known > texts.filter((text) => isTypedFigure(text) && !isKnownHeading(text)).length;
}

const isTitle = (text: string) => isWords(text) && !isKnownHeading(text);
