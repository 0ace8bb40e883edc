import { formatFigure } from "#lib/rules/figure";
import { figureKind } from "#lib/rules/figure-kind";
import { gradeWord } from "#lib/rules/labels";
import { monthName, previousMonth } from "#lib/rules/month";
import { travelWords } from "#lib/rules/travel";
import type { Change } from "#lib/scorecards/what-changed";

/** "84 to 90, up 6, improving; from Adequate to Good": how an indicator moved, and since when if not the month before. */
export function changeWords(change: Change): string {
  const { travel, cell } = change;
  if (!travel) return figuresWords(change);
  const since = isMonthBefore(cell) ? "" : `since ${monthName(cell.previousDue ?? cell.month)}: `;
  const moved = travel.movement === "level" ? "" : `, ${travelWords(travel)}`;
  return since + [figuresWords(change) + moved, gradesWords(change)].filter(Boolean).join("; ");
}

/** "84 to 90", "steady at 84", or which of the two months has no figure. */
export function figuresWords({ cell, before, travel }: Change): string {
  const [was, is] = [before?.actual?.value, cell.actual?.value].map(
    (value) => value && formatFigure(value, cell.at.precision),
  );
  if (was && is) return travel?.movement === "level" ? `steady at ${is}` : `${was} to ${is}`;
  if (cell.small === "hidden") return "its figure is hidden";
  if (!cell.previousDue) return "no earlier figure was due";
  const then = isMonthBefore(cell) ? "the month before" : `in ${monthName(cell.previousDue)}`;
  if (is) return before?.small === "hidden" ? `the figure ${then} is hidden` : `no figure ${then}`;
  if (figureKind(cell) === "not due") return was ? `not due this month; ${was} ${then}` : "not due this month";
  if (before?.small === "hidden") return `no figure; the one ${then} is hidden`;
  if (!was) return "no figure in either month";
  const isAwaited = cell.state === "open" && !cell.actual?.missing;
  return `had a figure ${then}, ${isAwaited ? "none yet" : "has none"}`;
}

/** "from Adequate to Good"; nothing when the grade is the same. */
export function gradesWords({ cell, before, levels }: Change): string {
  return levels && before?.grade && cell.grade
    ? `from ${gradeWord(before.labels, before.grade)} to ${gradeWord(cell.labels, cell.grade)}`
    : "";
}

const isMonthBefore = ({ month, previousDue }: Change["cell"]) => previousDue === previousMonth(month);
