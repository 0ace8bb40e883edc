import Big from "big.js";
import { controlLimits, fewestValues } from "#lib/rules/control-limits";
import { type Month, monthsBetween } from "#lib/rules/month";
import type { UsualLimits } from "#lib/rules/unusual";

export type EarlierFigure = { month: Month; value: string };

/** A month, how often a figure is due, with how many decimals, and from which months what is usual was worked out anew. */
export type UsualQuestion = { month: Month; every: number; precision: number; rebasedFrom?: readonly Month[] };

/** So many figures before a month say what is usual in it. */
export const mostEarlier = 24;

/**
 * Between which figures one of a month is usual, by the control limits of those before it; null under thirteen of them. No
 * moving range is taken across a month that was due, every so many, and has no figure; none before the last rebasing counts.
 */
export function usualLimits(
  earlier: readonly EarlierFigure[],
  { month, every, precision, rebasedFrom = [] }: UsualQuestion,
): UsualLimits | null {
  const since =
    rebasedFrom
      .filter((start) => start <= month)
      .sort()
      .at(-1) ?? "";
  const before = earlier.filter((each) => each.month >= since && each.month < month).slice(-mostEarlier);
  if (before.length < fewestValues) return null;
  const limits = controlLimits(
    before.flatMap(({ month: at, value }, index) => {
      const last = before[index - 1];
      return last && monthsBetween(last.month, at) > every ? [null, value] : [value];
    }),
  );
  return limits && asKept(limits, precision);
}

/** Rounded to what the indicator keeps: inwards, which leaves no such figure out, or where none is between them, outwards. */
function asKept({ lower, upper }: { lower: Big; upper: Big }, precision: number): UsualLimits {
  const inwards = [up(lower, precision), down(upper, precision)] as const;
  const [least, most] = inwards[0].gt(inwards[1]) ? [down(lower, precision), up(upper, precision)] : inwards;
  return { least: least.toFixed(), most: most.toFixed() };
}

function down(value: Big, precision: number): Big {
  const cut = value.round(precision, Big.roundDown);
  return cut.gt(value) ? cut.minus(Big(10).pow(-precision)) : cut;
}

const up = (value: Big, precision: number): Big => down(value.neg(), precision).neg();
