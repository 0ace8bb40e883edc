import Big from "big.js";
import type { Unit } from "#db/vocabulary";
import type { Bands } from "#lib/rules/bands";
import type { Milestone } from "#lib/rules/milestone";
import { type UsualLimits, unusual } from "#lib/rules/unusual";

/** What an indicator's figures are like, as far as is known where one is typed. */
export type FigureSurroundings = {
  unit: Unit;
  precision: number;
  /** The edges of its bands and its milestone. */
  edges: readonly string[];
  /** Its figure before, or null. */
  previous: string | null;
  /** Between which figures it usually lies, where that is known. */
  usual?: UsualLimits | null | undefined;
  /** What it says already, or null: nobody is asked about that again. */
  present: string | null;
  /** Whether others typed with it may be fractions of 1, so that 1 may be the whole. */
  isBesideFraction?: boolean;
};

type RowAround = {
  unit: Unit;
  precision: number;
  bands: Bands | null;
  milestone: Milestone | null;
  previous: { actual: { value: string | null } | null } | null;
  usual?: UsualLimits | null | undefined;
};

export type FigureDoubt = { message: string; offers: string[] };

/** Whether a percentage may have been typed as a fraction of 1: what is less, and among such 1 itself. */
export const mayBeFraction = (value: string, unit: Unit, isBesideFraction = false): boolean =>
  unit === "percent" && Big(value).gt(0) && (Big(value).lt(1) || (isBesideFraction && Big(value).eq(1)));

/** Whether a figure can hardly be what the indicator means, which is asked once and never blocks; null where it can. */
export function figureDoubt(value: string, around: FigureSurroundings): FigureDoubt | null {
  const { previous, present } = around;
  if (present !== null && Big(present).eq(value)) return null;
  const percent = asPercent(value, around);
  if (percent !== null) return { message: `Is it ${value}%, or ${percent}%?`, offers: [value, percent] };
  if (previous !== null && Big(previous).gt(0) && Big(value).gte(Big(previous).times(10))) {
    return { message: `${value} is ten times the figure before, ${previous}, or more. Is it right?`, offers: [value] };
  }
  const outside = unusual(value, around.usual);
  return outside === null ? null : { message: `${value} is ${outside}. Is it right?`, offers: [value] };
}

const fraction = /^0?\.\d{1,6}$/;

/** A percentage typed as a fraction of 1 with more decimals than the indicator keeps: what was meant is offered. */
export function finerFraction(typed: string, around: FigureSurroundings): FigureDoubt | null {
  const text = fractionTyped(typed);
  const percent = text === null ? null : asPercent(text, around);
  if (percent === null) return null;
  return { message: `Is it ${percent}%? “${text}” has more decimals than this indicator keeps.`, offers: [percent] };
}

/** What a fraction is as a percentage, where bands and milestone say that it may be meant so; else null. */
function asPercent(value: string, { unit, precision, edges, isBesideFraction }: FigureSurroundings): string | null {
  if (!mayBeFraction(value, unit, isBesideFraction) || edges.length === 0 || !edges.every(isMiddling)) return null;
  return Big(value).times(100).round(precision, Big.roundHalfUp).toFixed();
}

/** What of a text that cannot be read may be a fraction of 1. */
export const fractionTyped = (typed: string): string | null => (fraction.test(typed.trim()) ? typed.trim() : null);

const isMiddling = (edge: string) => Big(edge).gte(5) && Big(edge).lte(95);

/** What surrounds the figure of a row of the return. */
export const surroundingsOfRow = (
  { unit, precision, bands, milestone, previous, usual }: RowAround,
  present: string | null,
): FigureSurroundings => ({
  unit,
  precision,
  edges: [...(bands?.bestFirst ?? []), ...(milestone ? [milestone] : [])].flatMap(({ edge, farEdge }) =>
    [edge, farEdge ?? []].flat(),
  ),
  previous: previous?.actual?.value ?? null,
  usual,
  present,
});
