import Big from "big.js";
import type { Unit } from "#db/vocabulary";

type Figure = { value: string | null; numerator: string | null; denominator: string | null };

/** All by which a figure would be told: itself and its parts, and of a percentage also those not counted. */
export function figuresTold(unit: Unit, { value, numerator, denominator }: Figure): string[] {
  const rest =
    unit !== "percent"
      ? []
      : [
          value && Big(100).minus(value).toFixed(),
          numerator && denominator && Big(denominator).minus(numerator).toFixed(),
        ];
  return [value, numerator, denominator, ...rest].flatMap((figure) => figure || []);
}
