import { formatFigure } from "#lib/rules/figure";
import { gradeWord } from "#lib/rules/labels";
import { travelWords } from "#lib/rules/travel";
import type { Change } from "#lib/scorecards/what-changed";

/** "84 to 90, up 6, improving; from Adequate to Good": how an indicator moved since the month before. */
export function changeWords(change: Change): string {
  const { travel } = change;
  if (!travel) return figuresWords(change);
  const moved = travel.movement === "level" ? "" : `, ${travelWords(travel)}`;
  return [figuresWords(change) + moved, gradesWords(change)].filter(Boolean).join("; ");
}

/** "84 to 90", "steady at 84", or which of the two months has no figure. */
export function figuresWords({ cell, before, travel }: Change): string {
  const [was, is] = [before?.actual?.value, cell.actual?.value];
  if (was != null && is != null) {
    const [from, to] = [was, is].map((value) => formatFigure(value, cell.at.precision));
    return travel?.movement === "level" ? `steady at ${to}` : `${from} to ${to}`;
  }
  if (is != null) return "no figure the month before";
  if (was == null) return "no figure in either month";
  const isAwaited = cell.state === "open" && !cell.actual?.missing;
  return `had a figure the month before, ${isAwaited ? "none yet" : "has none"}`;
}

/** "from Adequate to Good"; nothing when the grade is the same. */
export function gradesWords({ cell, before, levels }: Change): string {
  return levels && before?.grade && cell.grade
    ? `from ${gradeWord(before.labels, before.grade)} to ${gradeWord(cell.labels, cell.grade)}`
    : "";
}
