import type { Direction } from "#db/vocabulary";

/** A direction in which every edge is passed one way alone. */
export type OneWay = Exclude<Direction, "within">;

/** "higher", "close to a range" */
export const directionName = (direction: Direction, range = "a range"): string =>
  direction === "within" ? `close to ${range}` : direction;

/** "higher is better", "close to a range is better", or to which one */
export const directionWords = (direction: Direction, range?: string): string =>
  `${directionName(direction, range)} is better`;

/** Which way the figures of a direction get better. */
export const signOf = (direction: OneWay): 1 | -1 => (direction === "higher" ? 1 : -1);

/** What lies on the better and on the worse side of an edge. */
export const sidesOf = (direction: OneWay): { good: "above" | "below"; bad: "above" | "below" } =>
  direction === "higher" ? { good: "above", bad: "below" } : { good: "below", bad: "above" };
