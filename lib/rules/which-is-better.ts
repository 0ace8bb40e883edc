import type { Direction } from "#db/vocabulary";

/** "higher is better" */
export const directionWords = (direction: Direction): string => `${direction} is better`;

/** Which way the figures of a direction get better. */
export const signOf = (direction: Direction): 1 | -1 => (direction === "higher" ? 1 : -1);

/** What lies on the better and on the worse side of an edge. */
export const sidesOf = (direction: Direction): { good: "above" | "below"; bad: "above" | "below" } =>
  direction === "higher" ? { good: "above", bad: "below" } : { good: "below", bad: "above" };
