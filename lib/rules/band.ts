import Big from "big.js";
import type { Direction } from "#db/vocabulary";
import { plainFigure } from "#lib/rules/figure";
import { type OneWay, sidesOf, signOf } from "#lib/rules/which-is-better";

/** What a published threshold says, whichever way is better. Numbers are canonical decimals. */
export type Threshold =
  | { kind: "range"; from: string; to: string }
  | { kind: "below" | "above" | "or more" | "plain"; edge: string };

/**
 * An edge that a figure reaches or not. Strict: the edge itself does not reach it. Where close to a range is better, the
 * range from `edge` to `farEdge`, both included.
 */
export type Edge = { edge: string; farEdge?: string | null; strict: boolean };

export type Band = Edge & { asTyped: string };

const number = String.raw`(\d{1,9}(?:\.\d{1,9})?)\s*%?`;
const grammar = {
  range: new RegExp(`^${number}\\s*(?:-|–|—|−|to)\\s*${number}$`, "i"),
  below: new RegExp(`^(?:below|under|less than|<)\\s*${number}$`, "i"),
  above: new RegExp(`^(?:above|over|more than|>)\\s*${number}$`, "i"),
  orMore: new RegExp(`^${number}\\s*\\+$`),
  plain: new RegExp(`^${number}$`),
};

/** What surrounds the numbers: "£1,200", "10-14 days". */
const bare = (typed: string) =>
  typed
    .trim()
    .replaceAll(/£\s?(?=\d)/g, "")
    .replaceAll(/(?<=(?<![\d.])[1-9]\d{0,2}(?:,\d{3})*),(?=\d{3}(?!\d))/g, "")
    .replace(/(?<=\d|\+)\s*days?$/i, "");

/** Reads a band or milestone as published: "20-15", "below 20", "above £1,500", "95+", "85", "10-14 days"; null when it says nothing of the kind. */
export function parseBand(typed: string): Threshold | null {
  const text = bare(typed);
  const range = grammar.range.exec(text);
  if (range?.[1] && range[2]) return { kind: "range", from: plainFigure(range[1]), to: plainFigure(range[2]) };
  for (const [kind, pattern] of [
    ["below", grammar.below],
    ["above", grammar.above],
    ["or more", grammar.orMore],
    ["plain", grammar.plain],
  ] as const) {
    const edge = pattern.exec(text)?.[1];
    if (edge) return { kind, edge: plainFigure(edge) };
  }
  return null;
}

/** The one way to write what `parseBand` reads. */
export function printBand(threshold: Threshold): string {
  switch (threshold.kind) {
    case "range":
      return `${threshold.from}-${threshold.to}`;
    case "or more":
      return `${threshold.edge}+`;
    case "plain":
      return threshold.edge;
    default:
      return `${threshold.kind} ${threshold.edge}`;
  }
}

/** The edge a threshold sets when read in a direction: the worse end of a range, or both; null when it contradicts the direction. */
export function edgeOf(threshold: Threshold, direction: Direction): Edge | null {
  switch (threshold.kind) {
    case "range": {
      const [least, most] = ends(threshold);
      if (direction === "within") return { edge: least, farEdge: most, strict: false };
      return { edge: direction === "higher" ? least : most, strict: false };
    }
    case "below":
      return direction === "lower" ? { edge: threshold.edge, strict: true } : null;
    case "above":
      return direction === "higher" ? { edge: threshold.edge, strict: true } : null;
    case "or more":
      return direction === "higher" ? { edge: threshold.edge, strict: false } : null;
    case "plain":
      return { edge: threshold.edge, ...(direction === "within" && { farEdge: threshold.edge }), strict: false };
  }
}

/** How much must be added to a figure, or with its sign taken from it, until it is at an edge; 0 where it is there or beyond. */
function wayTo(value: string, { edge, farEdge }: Edge, direction: Direction): Big {
  const way = Big(edge).minus(value);
  if (direction !== "within") return way.times(signOf(direction)).gt(0) ? way : Big(0);
  if (way.gt(0)) return way;
  const back = Big(farEdge ?? edge).minus(value);
  return back.lt(0) ? back : Big(0);
}

/** How far a figure is from an edge, on its worse side, or outside a range; 0 where it is at it or beyond, or inside. */
export const shortOf = (value: string, edge: Edge, direction: Direction): Big => wayTo(value, edge, direction).abs();

/** Which way an edge is reached, or was, from a figure; 0 inside a range. */
export const signTo = (value: string, edge: Edge, direction: Direction): number =>
  wayTo(value, edge, direction).cmp(0) || (direction === "within" ? 0 : signOf(direction));

/** Whether a figure is on the better side of an edge, or on it where the edge is not strict. */
export const reaches = (value: string, edge: Edge, direction: Direction): boolean =>
  isReachedBy(Big(value), edge, direction);

/** The same of a figure that was read already, for whoever asks it of several edges. */
export function isReachedBy(figure: Big, { edge, farEdge, strict }: Edge, direction: Direction): boolean {
  const side = figure.cmp(edge);
  if (side === 0) return !strict;
  return direction === "within" ? side > 0 && figure.lte(farEdge ?? edge) : side === signOf(direction);
}

/** "10 to 14" */
export const rangeWords = ({ edge, farEdge }: Edge): string =>
  [...new Set([plainFigure(edge), plainFigure(farEdge ?? edge)])].join(" to ");

/** An edge as it is read from a row: only a range has a far one. */
export const edgeFrom = ({ edge, farEdge, strict }: Edge): Edge =>
  farEdge == null ? { edge, strict } : { edge, farEdge, strict };

/** Whether two edges are reached by the same figures, however their decimals are written. */
export const isSameEdge = (one: Edge, other: Edge): boolean =>
  JSON.stringify(plainEdge(one)) === JSON.stringify(plainEdge(other));

const plainEdge = ({ edge, farEdge, strict }: Edge) => [
  plainFigure(edge),
  farEdge == null ? null : plainFigure(farEdge),
  strict,
];

/** "below 20", "20 or less", "above 5", "95 or more": an edge in words. */
export function edgeWords({ edge, strict }: Edge, direction: OneWay): string {
  const shown = plainFigure(edge);
  if (strict) return `${sidesOf(direction).good} ${shown}`;
  return `${shown} or ${direction === "higher" ? "more" : "less"}`;
}

/** Why a threshold cannot be read in a direction, in words. */
export function contradictionWords(typed: string, direction: Direction): string {
  if (direction === "within") {
    return `“${typed.trim()}” has one end, and here close to a range is better: type both, such as 10-14.`;
  }
  return direction === "higher"
    ? `“${typed.trim()}” is for figures where lower is better, and here higher is better.`
    : `“${typed.trim()}” is for figures where higher is better, and here lower is better.`;
}

/** A range's two numbers in order, whichever way round it is written. */
export function ends({ from, to }: { from: string; to: string }): [least: string, most: string] {
  return Big(from).lte(to) ? [from, to] : [to, from];
}
