import Big from "big.js";
import type { Direction } from "#db/vocabulary";
import { type Edge, reaches, shortOf } from "#lib/rules/band";
import type { Bands } from "#lib/rules/bands";
import { signOf } from "#lib/rules/which-is-better";

/** What the figures of an indicator are compared by: a direction, or how close they are to the range of its best band. */
export type Aim = { direction: Direction; bands?: Bands | null | undefined };

/** The range that is best; null without bands. */
export const rangeOf = ({ bands }: Aim): Edge | null => bands?.bestFirst[0] ?? null;

/**
 * By how much a figure is better than another, below zero where it is worse; null where no range says. Close to a range the
 * level that it earns says first; within a level, how far it is from the range of the next better one.
 */
export function gained(previous: string, latest: string, { direction, bands }: Aim): Big | null {
  if (direction !== "within") return Big(latest).minus(previous).times(signOf(direction));
  if (!bands || bands.bestFirst.length === 0) return null;
  const { bestFirst } = bands;
  const levelOf = (value: string) => {
    const reached = bestFirst.findIndex((band) => reaches(value, band, direction));
    return reached === -1 ? bestFirst.length : reached;
  };
  const [was, is] = [levelOf(previous), levelOf(latest)];
  if (was !== is) return Big(was - is);
  const next = bestFirst[Math.max(is - 1, 0)]!;
  return shortOf(previous, next, direction).minus(shortOf(latest, next, direction));
}
