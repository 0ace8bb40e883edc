import Big from "big.js";

/** Between which figures, both among them, one of a month is usual. */
export type UsualLimits = { least: string; most: string };

/** On which side a figure lies outside what is usual, "above its usual range, up to 87"; null where it does not, or nothing is known. */
export function unusual(value: string | null, usual: UsualLimits | null | undefined): string | null {
  if (value === null || !usual) return null;
  if (Big(value).gt(usual.most)) return `above its usual range, up to ${usual.most}`;
  return Big(value).lt(usual.least) ? `below its usual range, from ${usual.least}` : null;
}
