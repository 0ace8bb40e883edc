import type { Tried } from "#lib/audit/enter-refusal";
import type { TypedActual } from "#lib/rules/actual";

type Figure = Pick<TypedActual, "value" | "numerator" | "denominator" | "missing">;

/** The figure that somebody tried to give, as they typed it; nothing where they typed something else, which the trail does not keep. */
export function figureTried({ value, numerator, denominator, missing }: Figure): Tried {
  if (/^[xzc]$/.test(missing)) return { missing };
  if (isFigure(numerator) && isFigure(denominator))
    return { numerator: numerator.trim(), denominator: denominator.trim() };
  return isFigure(value) ? { value: value.trim() } : {};
}

/** Whether what was typed can be a figure, and so nothing that somebody wrote. */
export const isFigure = (typed: string) => /^[\d.,% ]{1,20}$/.test(typed) && /\d/.test(typed);
