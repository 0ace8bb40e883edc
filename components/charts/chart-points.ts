import type { ChartScales } from "#components/charts/chart-scales";
import { plotHeight } from "#components/charts/plot-height";
import type { Edge } from "#lib/rules/band";
import type { Aim } from "#lib/rules/better";
import { type ControlPoint, pointVariation, type Stretch } from "#lib/rules/control-chart";
import { formatFigure } from "#lib/rules/figure";
import type { MilestoneState } from "#lib/rules/milestone";
import type { SheetCell, SheetIndicator } from "#lib/scorecards/sheet";

/** A figure: where it stands, and whether its label is one of those that a narrow screen has room for. */
export type ChartPoint = { x: number; y: number; label: string; isAbove: boolean; isKey: boolean; sign: PointSign };

/** How a point is drawn: plain, or by the signal that it gives. */
export type PointSign = "plain" | "improvement" | "concern" | "neither";

export type ChartMark = { x: number; y: number; label: string; isAbove: boolean; state: MilestoneState };

/** With so many figures there is no room for the label of each, on any screen; nor, with fewer, on a narrow one. */
const [manyFigures, fewFigures] = [18, 7];
/** So near to a milestone a figure has its label on the other side, in pixels. */
const roomForLabels = 30;

/** The figures given, in their order. */
export function pointsOf(
  stretches: readonly Stretch[],
  { now, cells }: SheetIndicator,
  { x, y }: ChartScales,
): ChartPoint[] {
  const given = stretches.flatMap(({ points, limits }) =>
    points.flatMap((point) => (point.value === null ? [] : { ...point, limits })),
  );
  const figures = given.map(({ value }) => Number(value));
  const ends = new Set([Math.min(...figures), Math.max(...figures)]);
  return given.flatMap((point, index) => {
    const isRestated = cells.get(point.month)?.actual?.isRestated ?? false;
    const isKey = isRestated || index === 0 || index === given.length - 1 || ends.delete(figures[index]!);
    const around = [figures[index - 1], figures[index + 1]].filter((figure) => figure !== undefined);
    const middle = around.reduce((sum, figure) => sum + figure, 0) / Math.max(1, around.length);
    const place = { x: x(point.month), y: y(point.value!) };
    const mark = cells.get(point.month)?.milestone;
    const from = mark ? place.y - placeOf(mark.milestone, y) : roomForLabels;
    const isLow = place.y > plotHeight - roomForLabels / 2;
    return {
      ...place,
      label: given.length > manyFigures && !isKey ? "" : labelOf(formatFigure(point.value!, now.precision), isRestated),
      isAbove: isLow || (Math.abs(from) < roomForLabels ? from < 0 : figures[index]! >= middle),
      isKey: isKey || given.length <= fewFigures,
      sign: signOf(point, point.limits, now),
    };
  });
}

const labelOf = (figure: string, isRestated: boolean) => (isRestated ? `${figure} [r]` : figure);

function signOf(point: ControlPoint, limits: Stretch["limits"], aim: Aim): PointSign {
  const { is } = pointVariation(point, limits, aim);
  return is === "common cause" ? "plain" : is;
}

/** The milestones on their months. */
export const marksOf = (cells: readonly SheetCell[], { x, y }: ChartScales): ChartMark[] =>
  cells.flatMap(({ month, milestone, actual }) => {
    if (!milestone) return [];
    const at = placeOf(milestone.milestone, y);
    const above = actual?.value != null && y(actual.value) < at && at - y(actual.value) < roomForLabels;
    return { x: x(month), y: at, label: milestone.milestone.asTyped, isAbove: !above, state: milestone.state };
  });

/** Where a milestone is drawn: on its edge, or in the middle of its range. */
const placeOf = ({ edge, farEdge }: Edge, y: ChartScales["y"]) =>
  farEdge == null ? y(edge) : Math.round((y(edge) + y(farEdge)) / 2);
