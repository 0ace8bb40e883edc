import type { MissingSymbol } from "#db/vocabulary";
import type { Measure } from "#lib/imports/practice/measures";
import { practiceMonths } from "#lib/imports/practice/practice-months";
import { placeOf, seeded } from "#lib/imports/practice/shapes";
import { type Month, monthsBetween } from "#lib/rules/month";

export type PracticeFigure = {
  month: Month;
  value: string | null;
  parts: { numerator: string; denominator: string } | null;
  missing: MissingSymbol | null;
  flag: "provisional" | "estimated" | null;
};

/** The figures of one indicator in the months in which they are due: made up, and the same every time. */
export function practiceFigures(ref: string, at: Measure): PracticeFigure[] {
  const [first] = practiceMonths;
  const due = practiceMonths.filter((month) => monthsBetween(first!, month) % (at.every ?? 1) === 0);
  const chance = seeded(Number(ref.replace(".", "00")));
  return due.map((month, index) => figureOf(at, month, [index, due.length], chance));
}

const symbols: readonly MissingSymbol[] = ["x", "z", "c"];

function figureOf(at: Measure, month: Month, [index, count]: [number, number], chance: () => number): PracticeFigure {
  const place = placeOf(at.shape, index, count, chance());
  const none = { month, value: null, parts: null, missing: null, flag: null };
  if (place === null) return none;
  const left = count - index;
  if (at.shape === "symbols" && left > 1 && left <= 4) return { ...none, missing: symbols[left - 2]! };
  const value = Math.max(0, at.mean + place * at.spread);
  const kept = at.unit === "percent" ? Math.min(100, value) : value;
  const flag = at.shape === "steady" && left === 1 ? (at.unit === "percent" ? "provisional" : "estimated") : null;
  if (at.of === undefined) return { ...none, value: kept.toFixed(at.precision), flag };
  const denominator = at.of + Math.round(chance() * 10);
  const numerator = Math.round((kept * denominator) / 100);
  const share = ((numerator / denominator) * 100).toFixed(at.precision);
  return { ...none, value: share, parts: { numerator: String(numerator), denominator: String(denominator) }, flag };
}
