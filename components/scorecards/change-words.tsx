import { formatFigure } from "#lib/rules/figure";
import { travelWords } from "#lib/rules/travel";
import type { Change } from "#lib/scorecards/what-changed";

/** "84 to 90, up 6, improving; from Adequate to Good": how an indicator moved since the month before. */
export function changeWords({ cell, before, travel, levels }: Change): string {
  const [was, is] = [before?.actual?.value, cell.actual?.value];
  if (was == null || is == null || !travel) {
    if (is != null) return "no figure the month before";
    return was != null ? "had a figure the month before, has none" : "no figure in either month";
  }
  const figures =
    travel.movement === "level"
      ? `steady at ${formatFigure(is, cell.at.precision)}`
      : `${formatFigure(was, cell.at.precision)} to ${formatFigure(is, cell.at.precision)}, ${travelWords(travel)}`;
  const grades =
    levels && before?.grade && cell.grade
      ? `; from ${before.labels[before.grade].word} to ${cell.labels[cell.grade].word}`
      : "";
  return figures + grades;
}
