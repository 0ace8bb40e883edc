import Big from "big.js";
import type { Direction } from "#db/vocabulary";
import { type Edge, shortOf } from "#lib/rules/band";
import type { Bands } from "#lib/rules/bands";
import { signOf } from "#lib/rules/which-is-better";

/** What the figures of an indicator are compared by: a direction, or how close they are to the range of its best band. */
export type Aim = { direction: Direction; bands?: Bands | null | undefined };

/** The range that is best; null without bands. */
export const rangeOf = ({ bands }: Aim): Edge | null => bands?.bestFirst[0] ?? null;

/** By how much a figure is better than another, below zero where it is worse; null where no range says. */
export function gained(previous: string, latest: string, aim: Aim): Big | null {
  if (aim.direction !== "within") return Big(latest).minus(previous).times(signOf(aim.direction));
  const range = rangeOf(aim);
  return range && shortOf(previous, range, "within").minus(shortOf(latest, range, "within"));
}
