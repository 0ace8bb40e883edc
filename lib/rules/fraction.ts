import Big from "big.js";
import { isBlank, readFigure } from "#lib/rules/figure";

export type FractionReading =
  | { ok: true; numerator: string; denominator: string; value: string }
  | { ok: false; message: string };

const readPart = (typed: string, as: "the numerator" | "the denominator") => {
  const type = `Type ${as} as a number of 0 or more, with at most 4 decimals.`;
  return readFigure(typed, { unit: "average", precision: 4 }, { as, type });
};

/** Reads a percentage given as numerator and denominator, of people or of full-time equivalents; the value is rounded half up at the indicator's precision. */
export function readFraction(numerator: string, denominator: string, precision: number): FractionReading {
  if (isBlank(numerator) || isBlank(denominator)) {
    return { ok: false, message: "Give both the numerator and the denominator, or neither." };
  }
  const [top, bottom] = [readPart(numerator, "the numerator"), readPart(denominator, "the denominator")];
  if (!top.ok) return top;
  if (!bottom.ok) return bottom;
  if (bottom.value === "0") return { ok: false, message: "The denominator is 0, and nothing is a percentage of 0." };
  if (Big(top.value).gt(bottom.value)) {
    return { ok: false, message: `The numerator ${top.value} is more than the denominator ${bottom.value}.` };
  }
  const value = Big(top.value).times(100).div(bottom.value).round(precision, Big.roundHalfUp).toFixed();
  return { ok: true, numerator: top.value, denominator: bottom.value, value };
}
