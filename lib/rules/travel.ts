import Big from "big.js";
import { type Aim, gained } from "#lib/rules/better";

/** How a figure moved since another, and whether that is an improvement; `by` has no sign. */
export type Travel = { verdict: "improving" | "steady" | "declining"; movement: "up" | "down" | "level"; by: string };

/** Judged by the indicator's direction, never by up or down alone. */
export function travel(previous: string, latest: string, aim: Aim): Travel {
  const change = Big(latest).minus(previous);
  const by = change.abs().toFixed();
  if (change.eq(0)) return { verdict: "steady", movement: "level", by };
  const movement = change.gt(0) ? "up" : "down";
  return { verdict: gained(previous, latest, aim).gt(0) ? "improving" : "declining", movement, by };
}

/** "up 6, improving", "down 4, improving", "steady" */
export function travelWords({ verdict, movement, by }: Travel): string {
  return movement === "level" ? "steady" : `${movement} ${by}, ${verdict}`;
}
