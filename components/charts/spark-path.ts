import { scaleLinear, scalePoint } from "d3-scale";
import { line } from "d3-shape";

export type SparkPoint = { value: string | null; isDue: boolean };

/** Where each month and each figure lies, in half pixels, which are short to say. */
export function sparkScales(points: readonly SparkPoint[], width: number, height: number) {
  const given = points.flatMap(({ value }) => (value === null ? [] : [Number(value)]));
  const x = scalePoint<number>(
    points.map((_, index) => index),
    [10, 2 * width - 10],
  );
  const [low, high] = [Math.min(...given), Math.max(...given)];
  const y = scaleLinear(low === high ? [low - 1, high + 1] : [low, high], [2 * height - 10, 10]);
  return { x: (index: number) => x(index) ?? width, y, width: 2 * width, height: 2 * height };
}

export type SparkScales = ReturnType<typeof sparkScales>;

/**
 * The line through some months' figures, in the words of an SVG path; empty where there is none. A month in which one was
 * due and not given is a gap, and a figure between two gaps a point by itself.
 */
export function sparkPath(points: readonly SparkPoint[], { x, y }: SparkScales): string {
  const onLine = points
    .map((point, index) => ({ ...point, index }))
    .filter(({ value, isDue }) => isDue || value !== null);
  const path = line<(typeof onLine)[number]>()
    .digits(0)
    .defined(({ value }) => value !== null)
    .x(({ index }) => x(index))
    .y(({ value }) => y(Number(value)));
  // A point by itself is closed by d3; the dots are drawn apart.
  const isEmpty = points.every(({ value }) => value === null);
  return (!isEmpty && path(onLine)?.replaceAll("Z", "")) || "";
}
