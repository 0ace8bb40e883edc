import { fileColours } from "#components/charts/chart-file-style";
import { keptNumber } from "#components/workbook/figure-cell";
import type { Direction, Unit } from "#db/vocabulary";
import type { CellRule, CellStyle } from "#lib/exports/cell";
import type { Edge } from "#lib/rules/band";
import { areFor } from "#lib/rules/grade";
import type { Level } from "#lib/rules/labels";
import { signOf } from "#lib/rules/which-is-better";
import type { SheetCell } from "#lib/scorecards/sheet";

type Judged = Pick<SheetCell, "at" | "labels">;
type Place = { row: number; from: number; to: number };

/** Grades a stretch of one indicator's months by its bands, best first, as the screen does: the first rule that holds is the grade. */
export function bandRules({ at: { bands, unit }, labels }: Judged, place: Place): CellRule[] {
  if (!bands || !areFor(labels, bands)) return [];
  return labels.map((level, index) => {
    const band = bands.bestFirst[index];
    const reached = band ? comparisons(band, bands.direction, unit) : [];
    const holds = (cell: string) =>
      reached.length > 0
        ? `AND(ISNUMBER(${cell}),${reached.map((each) => `${cell}${each}`).join(",")})`
        : `ISNUMBER(${cell})`;
    return { ...place, holds, style: toneStyle(level) };
  });
}

/** What a figure that reaches a band is compared with. */
function comparisons({ edge, farEdge, strict }: Edge, direction: Direction, unit: Unit): string[] {
  if (direction === "within") return [`>=${keptNumber(edge, unit)}`, `<=${keptNumber(farEdge ?? edge, unit)}`];
  return [`${signOf(direction) > 0 ? ">" : "<"}${strict ? "" : "="}${keptNumber(edge, unit)}`];
}

const toneStyle = ({ tone }: Level): CellStyle => ({
  bold: true,
  colour: colourOf(tone),
  fill: colourOf(`${tone}-wash`),
});

const colourOf = (name: keyof typeof fileColours) => fileColours[name].slice(1).toUpperCase();

/** Stretches of a row in which the same bands and levels hold, each judged month by the column it stands in. */
export function stretches(cells: readonly (readonly [column: number, cell: SheetCell | undefined])[]) {
  const found: { judged: Judged; from: number; to: number }[] = [];
  for (const [column, cell] of cells) {
    if (!cell) continue;
    const last = found.at(-1);
    if (last && isJudgedAlike(last.judged, cell)) last.to = column;
    else found.push({ judged: cell, from: column, to: column });
  }
  return found;
}

function isJudgedAlike(a: Judged, b: Judged): boolean {
  if (a.at === b.at && a.labels === b.labels) return true;
  const said = ({ at: { bands, unit }, labels }: Judged) => JSON.stringify([bands, unit, labels]);
  return said(a) === said(b);
}
