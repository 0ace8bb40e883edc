import type { Measure } from "#lib/imports/practice/measures";
import type { TypedBand } from "#lib/rules/bands";
import { bandedLevels, type Labels } from "#lib/rules/labels";
import { signOf } from "#lib/rules/which-is-better";

/** How many spreads better than the mean the edge of each band lies, worst first; a year before the end some are asked for more. */
const edges = [-3, -1, 0.6];
const more = 0.8;

/** Bands around what the figures are, best first. */
export function bandsAround(at: Measure, labels: Labels, isMore = false): TypedBand[] {
  return bandedLevels(labels)
    .map(({ word }, index) => ({ word, asTyped: typed(at, edges[index]! + (isMore ? more : 0)) }))
    .reverse();
}

export const milestoneOf = (at: Measure): string => typed(at, at.ahead);

/** "75+", or where lower is better "below 20". */
function typed({ direction, unit, mean, spread, precision }: Measure, better: number): string {
  const step = Math.max(spread, 10 ** -precision);
  const edge = mean + better * step * signOf(direction);
  const kept = Math.max(0, unit === "percent" ? Math.min(100, edge) : edge).toFixed(precision);
  return direction === "higher" ? `${kept}+` : `below ${kept}`;
}
