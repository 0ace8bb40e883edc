import type { Unit } from "#db/vocabulary";
import { formatFigure } from "#lib/rules/figure";

/** A figure with its unit where that is short: "90%", "23". */
export function figureWords(value: string, { unit, precision }: { unit: Unit; precision: number }): string {
  return formatFigure(value, precision) + (unit === "percent" ? "%" : "");
}
