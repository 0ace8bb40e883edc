import Big from "big.js";

/** The natural process limits of an XmR chart, in the unit of its values. */
export type ControlLimits = {
  mean: Big;
  /** Mean ± 2.66 mean moving ranges, where three sigma lie. */
  lower: Big;
  upper: Big;
  /** Two thirds of the way there: 1.773 mean moving ranges. */
  lowerTwoSigma: Big;
  upperTwoSigma: Big;
};

/** Under so many values a process has no limits, and nothing is said of it. */
export const fewestValues = 13;

const [threeSigma, unusualRange] = [2.66, 3.267];

/**
 * The limits of values in their order, null for one that is missing: no range is taken across it. Ranges above 3.267 times
 * their mean are left out once, unless nothing but noughts is left. Null under `fewestValues`. Making Data Count, NHS England; `docs/decisions/0024`.
 */
export function controlLimits(values: readonly (string | null)[]): ControlLimits | null {
  const given = values.filter((value) => value !== null);
  const ranges = movingRanges(values);
  if (given.length < fewestValues || ranges.length === 0) return null;
  const mean = meanOf(given.map((value) => Big(value)));
  const unusual = meanOf(ranges).times(unusualRange);
  const screened = meanOf(ranges.filter((each) => each.lte(unusual)));
  // Where most are nought every other one is unusual, and without them the limits would be a value that none has.
  return limitsAround(mean, screened.eq(0) ? meanOf(ranges) : screened);
}

/** The limits that a mean and a mean moving range make. */
export function limitsAround(mean: Big, range: Big): ControlLimits {
  const three = range.times(threeSigma);
  const two = three.times(2).div(3);
  return {
    mean,
    lower: mean.minus(three),
    upper: mean.plus(three),
    lowerTwoSigma: mean.minus(two),
    upperTwoSigma: mean.plus(two),
  };
}

function movingRanges(values: readonly (string | null)[]): Big[] {
  return values.flatMap((value, index) => {
    const before = values[index - 1] ?? null;
    return value === null || before === null ? [] : [Big(value).minus(before).abs()];
  });
}

const meanOf = (numbers: readonly Big[]): Big =>
  numbers.reduce((sum, number) => sum.plus(number), Big(0)).div(numbers.length);
