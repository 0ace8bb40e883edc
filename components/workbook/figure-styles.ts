import { units } from "#db/vocabulary";
import type { CellStyle } from "#lib/exports/cell";

const mostDecimals = 6;
const flagSets = ["", "p", "e", "pe", "r", "pr", "er", "per"].flatMap((flags) => [flags, `${flags}c`]);

/** The style of a figure: what it reads like is its number format, its flags [p], [e], [r], [c] included, so that it stays a number. */
export const figureStyle = (unit: string, decimals: number, flags = ""): string =>
  `${unit} ${Math.min(decimals, mostDecimals)} ${flags}`;

/** "[p][r]": the signs of what is beside a figure, or beside the symbol for none. */
export const besideFigure = (flags: string): string =>
  flags
    .split("")
    .map((flag) => `[${flag}]`)
    .join("");

function formatOf(unit: string, decimals: number, flags: string): string {
  const whole = unit === "percent" ? "0" : "#,##0";
  const shown = decimals > 0 ? `${whole}.${"0".repeat(decimals)}` : whole;
  const beside = besideFigure(flags);
  return `${unit === "pounds" ? '"£"' : ""}${shown}${unit === "percent" ? "%" : ""}${beside && `" ${beside}"`}`;
}

const decimalsKept = Array.from({ length: mostDecimals + 1 }, (_, decimals) => decimals);

/** Every style that a figure may have. */
export const figureStyles: Record<string, CellStyle> = Object.fromEntries(
  units.flatMap((unit) =>
    decimalsKept.flatMap((decimals) =>
      flagSets.map((flags) => [
        figureStyle(unit, decimals, flags),
        { format: formatOf(unit, decimals, flags), ruled: true },
      ]),
    ),
  ),
);
