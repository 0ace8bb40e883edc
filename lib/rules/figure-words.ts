import type { Unit } from "#db/vocabulary";
import { formatFigure } from "#lib/rules/figure";

/** What stands before and after a figure of a unit, where that is short. */
const signs: Partial<Record<Unit, [before: string, after: string]>> = { percent: ["", "%"], pounds: ["£", ""] };

/** A figure with its unit where that is short: "90%", "£1,200.50", "23". */
export function figureWords(value: string, { unit, precision }: { unit: Unit; precision: number }): string {
  const [before, after] = signs[unit] ?? ["", ""];
  return `${before}${formatFigure(value, precision)}${after}`;
}

/** Whether figures of a unit are parts or numbers of something, so that half as much is half as high on a chart. */
export const beginsAtZero = (unit: Unit): boolean =>
  unit === "percent" || unit === "count" || unit === "rate per 1,000" || unit === "rate per 10,000";
