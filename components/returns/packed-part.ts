import type { ReadPart, ReturnPart } from "#lib/returns/return-parts";
import type { ReturnRow } from "#lib/returns/return-row";
import { type ActualContent, emptyActual } from "#lib/rules/actual";
import { type Band, edgeFrom } from "#lib/rules/band";
import type { Grade, Level } from "#lib/rules/labels";

type Packed<T> = { [K in keyof T]?: T[K] };
type PackedBand = [asTyped: string, edge: string, strict?: 0 | 1, farEdge?: string];

type PackedRow = Packed<Omit<ReturnRow, "bands" | "milestone" | "previous" | "actual" | "comment">> &
  Pick<ReturnRow, "indicatorId" | "ref" | "measure" | "unit" | "precision" | "direction" | "request"> & {
    bands?: PackedBand[];
    milestone?: PackedBand;
    previous?: Pick<NonNullable<ReturnRow["previous"]>, "month"> & {
      grade?: Grade | null;
      actual?: Packed<ActualContent> | null;
      /** Its place among the part's labels, or a level of its own where the labels were others then. */
      level?: number | Level | null;
    };
    actual?: Packed<ActualContent>;
    comment?: Packed<ReturnRow["comment"]>;
  };

/** A part of a return as it travels to the browser: nothing is sent of what a row does not say. */
export type PackedPart = Omit<ReturnPart, "rows"> & { rows: PackedRow[] };

const noComment: ReturnRow["comment"] = { state: "none", reason: null, approvedFor: null };

export const packPart = ({ rows, returns: _, ...part }: ReadPart): PackedPart => ({
  ...part,
  rows: rows.map(({ bands, milestone, previous, actual, comment, ...row }) => ({
    ...(said(row) as typeof row),
    ...(bands && { bands: bands.bestFirst.map(packBand) }),
    ...(milestone && { milestone: packBand(milestone) }),
    ...(previous && {
      previous: {
        month: previous.month,
        ...said({
          ...previous,
          actual: previous.actual && said(previous.actual),
          level: placeOf(previous.level, part),
        }),
      },
    }),
    ...(actual && { actual: said(actual) }),
    ...(comment.state !== "none" && { comment: said(comment) }),
  })),
});

export const unpackPart = ({ rows, ...part }: PackedPart): ReturnPart => ({
  ...part,
  rows: rows.map(({ bands, milestone, previous, actual, comment, ...row }) => {
    const { direction } = row;
    return {
      numeratorLabel: null,
      denominatorLabel: null,
      version: 0,
      saved: null,
      asksWhy: null,
      whyNot: null,
      usual: null,
      ...row,
      bands: bands ? { direction, bestFirst: bands.map(unpackBand) } : null,
      milestone: milestone ? { ...unpackBand(milestone), direction } : null,
      previous: previous
        ? {
            grade: null,
            ...previous,
            actual: previous.actual ? { ...emptyActual, ...previous.actual } : null,
            level: levelAt(previous.level, part),
          }
        : null,
      actual: actual ? { ...emptyActual, redacted: null, ...actual } : null,
      comment: { ...noComment, ...comment },
    };
  }),
});

/** The fields that say something: not null, and not false. */
const said = <T extends object>(of: T): Packed<T> =>
  Object.fromEntries(Object.entries(of).filter(([, value]) => value !== null && value !== false)) as Packed<T>;

function packBand({ asTyped, edge, farEdge, strict }: Band): PackedBand {
  if (farEdge != null) return [asTyped, edge, strict ? 1 : 0, farEdge];
  return strict ? [asTyped, edge, 1] : [asTyped, edge];
}

const unpackBand = ([asTyped, edge, strict, farEdge]: PackedBand): Band => ({
  asTyped,
  ...edgeFrom({ edge, strict: strict === 1, ...(farEdge !== undefined && { farEdge }) }),
});

function placeOf(level: Level | null, { labels }: Pick<ReturnPart, "labels">): number | Level | null {
  const place = labels.findIndex((each) => JSON.stringify(each) === JSON.stringify(level));
  return place < 0 ? level : place;
}

function levelAt(level: number | Level | null | undefined, { labels }: Pick<ReturnPart, "labels">): Level | null {
  return (typeof level === "number" ? labels[level] : level) ?? null;
}
