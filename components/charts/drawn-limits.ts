import type Big from "big.js";
import type { Unit } from "#db/vocabulary";
import type { ControlLimits } from "#lib/rules/control-limits";

/** The limits as they are shown, null where no figure could ever lie outside: under 0, and of a percentage over 100. */
export const drawnLimits = ({ lower, upper }: ControlLimits, unit: Unit): { lower: Big | null; upper: Big | null } => ({
  lower: lower.gt(0) ? lower : null,
  upper: unit === "percent" && upper.gte(100) ? null : upper,
});
