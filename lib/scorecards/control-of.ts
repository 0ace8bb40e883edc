import { controlChart, type Stretch } from "#lib/rules/control-chart";
import type { Month } from "#lib/rules/month";
import type { SheetIndicator } from "#lib/scorecards/sheet";

/** An indicator's figures of some months as a process: months in which none is due are none of its points. Rebased where it was by hand. */
export function controlOf(
  { cells, rebased }: Pick<SheetIndicator, "cells" | "rebased">,
  months: readonly Month[],
): Stretch[] {
  return controlChart(
    months.flatMap((month) => {
      const cell = cells.get(month);
      const value = cell?.actual?.value ?? null;
      return cell && (cell.isDue || value !== null) ? { month, value } : [];
    }),
    rebased.map(({ month }) => month),
  );
}
