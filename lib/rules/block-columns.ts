import { areLikeRefs, isWords, plainRef, readHeading } from "#lib/rules/block-text";
import { isBlank, plainTyped } from "#lib/rules/figure";
import { addMonths, type Month } from "#lib/rules/month";
import { isNameOfMonth, readMonthHeading } from "#lib/rules/month-heading";

/**
 * What stands in one column of a block; a figure without a month of its own is of its row's, and `under` a heading that does
 * not say whether it is the month's; a note is of a column's figure.
 */
export type BlockColumn =
  | { is: "ref"; isGuessed: boolean }
  | { is: "month" }
  | { is: "figure"; month: Month | null; under: string | null }
  | { is: "note"; of: number }
  | { is: "unread"; heading: string }
  | { is: "blank" };

type Asked = { heading: readonly string[] | null; rows: readonly (readonly string[])[]; month: Month };

/** Tells what the columns of a block are: by their headings, and where there are none by what stands in them. */
export function readColumns({ heading, rows, month }: Asked, isKnownRef: (ref: string) => boolean): BlockColumn[] {
  const width = Math.max(0, ...rows.map((row) => row.length), heading?.length ?? 0);
  const places = Array.from({ length: width }, (_, place) => place);
  const inColumn = (place: number) => rows.map((row) => row[place] ?? "").filter((text) => !isBlank(text));
  const above = (place: number) => plainTyped(heading?.[place] ?? "");
  const headed = (place: number) => readHeading(above(place));
  const headedMonth = (place: number) =>
    readMonthHeading(above(place)) ?? (isNameOfMonth(above(place), month) ? month : null);
  const isMostly = (place: number, is: (text: string) => boolean) => {
    const texts = inColumn(place);
    return texts.filter(is).length * 2 > texts.length;
  };

  const filled = places.filter((place) => inColumn(place).length > 0);
  const isUnheaded = (place: number) => headed(place) === null && headedMonth(place) === null;
  const months = filled.filter((place) => headedMonth(place) !== null);
  const monthPlace =
    filled.find((place) => headed(place) === "month") ??
    filled.find((place) => isUnheaded(place) && isMostly(place, (text) => readMonthHeading(text) !== null));
  const [leading = -1] = filled;
  const isRefs = (place: number) => isUnheaded(place) && isMostly(place, (text) => isKnownRef(plainRef(text)));
  const isPlain = (place: number) => !isMostly(place, isWords);
  const first = filled.find((place) => place !== monthPlace && isPlain(place));
  // Refs of another scorecard, or as a spreadsheet changed them, are no figures of the month before.
  const isGuessed = heading === null && filled.length > 1 && areLikeRefs(inColumn(leading)) && !isRefs(leading);
  const refPlace =
    filled.find((place) => headed(place) === "ref") ??
    (first !== undefined && width > 1 && isRefs(first) ? first : undefined) ??
    (isGuessed ? leading : undefined);

  const others = filled.filter((place) => place !== refPlace && place !== monthPlace && !months.includes(place));
  const mayBeFigures = (place: number) => (headed(place) ?? "figure") === "figure";
  const open = others.filter(mayBeFigures);
  const named = open.filter((place) => headed(place) === "figure");
  const empty = places.filter((place) => refPlace !== undefined && !filled.includes(place) && mayBeFigures(place));
  const rest = firstFilled(
    open.filter(isPlain),
    open.filter((place) => inColumn(place).some((text) => !isWords(text))),
    open.slice(0, open.length === 1 ? 1 : 0),
    empty.slice(0, others.length === 0 ? 1 : 0),
  );
  const figures = figurePlaces({ months, named, rest, isHeaded: heading !== null, isOfRows: monthPlace !== undefined });
  const monthOf = (place: number) =>
    headedMonth(place) ?? (monthPlace === undefined ? addMonths(month, figures.indexOf(place)) : null);
  const before = (place: number) => figures.findLast((figure) => figure < place) ?? figures[0];

  return places.map((place): BlockColumn => {
    if (place === refPlace) return { is: "ref", isGuessed };
    if (place === monthPlace) return { is: "month" };
    if (figures.includes(place)) {
      return { is: "figure", month: monthOf(place), under: (isUnheaded(place) && above(place)) || null };
    }
    if (!filled.includes(place)) return { is: "blank" };
    const of = before(place);
    const isNote = headed(place) === "note" || (heading === null && figures[0] !== undefined && figures[0] < place);
    if (isNote && of !== undefined) return { is: "note", of };
    return { is: "unread", heading: above(place) || `column ${place + 1}` };
  });
}

const firstFilled = (...lists: number[][]): number[] => lists.find(({ length }) => length > 0) ?? [];

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
