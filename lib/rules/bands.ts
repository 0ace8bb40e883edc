import Big from "big.js";
import type { Direction } from "#db/vocabulary";
import {
  type Band,
  contradictionWords,
  type Edge,
  edgeFrom,
  edgeOf,
  edgeWords,
  ends,
  isSameEdge,
  parseBand,
  reaches,
  type Threshold,
} from "#lib/rules/band";
import { plainFigure } from "#lib/rules/figure";
import type { Grade } from "#lib/rules/labels";
import { signOf } from "#lib/rules/which-is-better";

/** An indicator's bands, best first, with the direction they are read in: the first is of the best level, and the lowest level has none. */
export type Bands = { direction: Direction; bestFirst: readonly Band[] };

/** A band as typed, with the word of the level it is for. */
export type TypedBand = { word: string; asTyped: string };

export type BandProblem = { rank: Grade; message: string };

export type BandsReading = { ok: true; bands: Bands; remarks: string[] } | { ok: false; problems: BandProblem[] };

/** A row of the table `band`, as it is read and written. */
export type BandRow = Band & { rank: Grade };

type Read = TypedBand & { rank: Grade; threshold: Threshold; edge: Edge };

/**
 * Reads an indicator's bands together, given best first. What contradicts the direction, or each other, is refused with
 * the reason; a gap or an overlap at the indicator's precision (decimals) is only remarked on.
 */
export function parseBands(bestFirst: readonly TypedBand[], direction: Direction, precision = 4): BandsReading {
  const each = bestFirst.map((typed, index) => readOne(typed, index + 1, direction));
  const read = each.filter((one) => "edge" in one);
  // People publish bands, and mend them, from the worst to the best.
  const problems = each.filter((one) => "message" in one).reverse();
  for (const [worse, better] of neighbours(each)) {
    if ("edge" in worse && "edge" in better && !isHarder(better.edge, worse.edge, direction)) {
      problems.push({ rank: better.rank, message: tooEasy(better, worse, direction) });
    }
  }
  if (problems.length > 0) return { ok: false, problems };
  return {
    ok: true,
    bands: { direction, bestFirst: read.map(({ asTyped, edge }) => ({ asTyped, ...edge })) },
    remarks: neighbours(read).flatMap(([worse, better]) => remarkOn(worse, better, direction, precision)),
  };
}

/** Puts the rows of a band set together again; null when there are none, or one of a better level is missing. */
export function bandsFromRows(direction: Direction, rows: readonly BandRow[]): Bands | null {
  const inOrder = rows.toSorted((a, b) => a.rank - b.rank);
  if (inOrder.length === 0 || inOrder.some(({ rank }, index) => rank !== index + 1)) return null;
  return { direction, bestFirst: inOrder.map(({ asTyped, ...edge }) => ({ asTyped, ...edgeFrom(edge) })) };
}

/** Whether two months are judged by the same bands: mostly they are one object. */
export const areSameBands = (one: Bands | null, other: Bands | null): boolean =>
  one === other || JSON.stringify(one) === JSON.stringify(other);

/** The rows of the table `band` that keep these bands. */
export function bandRows({ bestFirst }: Bands): BandRow[] {
  return bestFirst.map((band, index) => ({ rank: index + 1, ...band }));
}

function readOne({ word, asTyped }: TypedBand, rank: Grade, direction: Direction): Read | BandProblem {
  const threshold = parseBand(asTyped);
  if (!threshold) return { rank, message: unreadable(asTyped) };
  const edge = edgeOf(threshold, direction);
  if (!edge) return { rank, message: contradictionWords(asTyped, direction) };
  return { rank, word, asTyped: asTyped.trim(), threshold, edge };
}

/** Each band with the next better one, from the worst on. */
function neighbours<T>(bestFirst: readonly T[]): [worse: T, better: T][] {
  return bestFirst
    .slice(1)
    .map((worse, index): [T, T] => [worse, bestFirst[index]!])
    .reverse();
}

function unreadable(typed: string): string {
  const text = typed.trim();
  if (!text) return "The band is empty. Type a range such as 75-84, or below 20, above 5, 95+, 85.";
  return `“${text}” cannot be read as a band. Type a range such as 75-84, or below 20, above 5, 95+, 85.`;
}

function isHarder(better: Edge, worse: Edge, direction: Direction): boolean {
  if (direction === "within") {
    return !isSameEdge(better, worse) && [better.edge, farOf(better)].every((end) => reaches(end, worse, direction));
  }
  const beyond = Big(better.edge).cmp(worse.edge) * signOf(direction);
  return beyond > 0 || (beyond === 0 && better.strict && !worse.strict);
}

function tooEasy(better: Read, worse: Read, direction: Direction): string {
  if (direction === "within") {
    return `${name(worse)} must hold all of ${name(better)}, and more: where close to a range is better, the better band lies inside the worse one.`;
  }
  const [asks, asked] = [edgeWords(better.edge, direction), edgeWords(worse.edge, direction)];
  return `${name(better)} must ask more than ${name(worse)}: ${asks} would never be better than ${asked}.`;
}

/** Only a range says where it ends, so only after a range can there be a gap or an overlap; ranges that nest can be without room on a side. */
function remarkOn(worse: Read, better: Read, direction: Direction, precision: number): string[] {
  if (direction === "within") return noRoom(worse, better, precision);
  if (worse.threshold.kind !== "range") return [];
  const [least, most] = ends(worse.threshold);
  const far = direction === "higher" ? most : least;
  const next = better.edge;
  if (reaches(far, next, direction)) {
    return [`${name(worse)} and ${name(better)} overlap: ${overlap(far, next)} earns ${better.word}.`];
  }
  const apart = Big(next.edge).minus(far).abs();
  const step = Big(10).pow(-precision);
  if (next.strict ? apart.lt(step) : apart.lte(step)) return [];
  return [
    `${name(worse)} and ${name(better)} leave a gap: a figure between ${[far, plainFigure(next.edge)].sort((a, b) => Big(a).cmp(b)).join(" and ")} earns ${worse.word}.`,
  ];
}

function noRoom(worse: Read, better: Read, precision: number): string[] {
  // The first figure at or above an edge, as precise as figures are, and the last at or below one.
  const first = (edge: string) => Big(edge).round(precision, Big(edge).lt(0) ? Big.roundDown : Big.roundUp);
  const last = (edge: string) => Big(edge).round(precision, Big(edge).lt(0) ? Big.roundUp : Big.roundDown);
  const [far, beyond] = [farOf(better.edge), farOf(worse.edge)];
  const sides = [
    ...(first(worse.edge.edge).gte(better.edge.edge) ? [`below ${plainFigure(better.edge.edge)}`] : []),
    ...(last(beyond).lte(far) ? [`above ${plainFigure(far)}`] : []),
  ];
  return sides.map((side) => `${name(worse)} and ${name(better)} end together: no figure ${side} earns ${worse.word}.`);
}

const farOf = ({ edge, farEdge }: Edge): string => farEdge ?? edge;

const name = ({ word, asTyped }: TypedBand) => `${word} (${asTyped})`;

function overlap(far: string, { edge, strict }: Edge): string {
  const shown = plainFigure(edge);
  if (Big(far).eq(edge)) return shown;
  const [least, most] = ends({ from: far, to: shown });
  return `a figure from ${least} to ${most}${strict ? `, but not ${shown}` : ""}`;
}
