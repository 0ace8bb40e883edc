import Big from "big.js";
import { type Aim, gained } from "#lib/rules/better";

type Verdict = "improving" | "steady" | "declining";

/** How a figure moved since another, and whether that is an improvement, null where no range says; `by` has no sign. */
export type Travel = { verdict: Verdict | null; movement: "up" | "down" | "level"; by: string };

/** Judged by the indicator's direction, never by up or down alone. */
export function travel(previous: string, latest: string, aim: Aim): Travel {
  const change = Big(latest).minus(previous);
  const by = change.abs().toFixed();
  if (change.eq(0)) return { verdict: "steady", movement: "level", by };
  const movement = change.gt(0) ? "up" : "down";
  const gain = gained(previous, latest, aim);
  return { verdict: gain && verdicts[gain.cmp(0) + 1]!, movement, by };
}

const verdicts: Verdict[] = ["declining", "steady", "improving"];

/** "up 6, improving", "down 4, improving", "up 2, as close as before", "steady" */
export function travelWords({ verdict, movement, by }: Travel): string {
  if (movement === "level") return "steady";
  return [`${movement} ${by}`, verdict === "steady" ? "as close as before" : verdict].filter(Boolean).join(", ");
}
