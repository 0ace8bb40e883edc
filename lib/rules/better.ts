import Big from "big.js";
import type { Direction } from "#db/vocabulary";
import type { Bands } from "#lib/rules/bands";
import { signOf } from "#lib/rules/which-is-better";

/** What the figures of an indicator are compared by. */
export type Aim = { direction: Direction; bands?: Bands | null | undefined };

/** By how much a figure is better than another; below zero where it is worse. */
export const gained = (previous: string, latest: string, { direction }: Aim): Big =>
  Big(latest).minus(previous).times(signOf(direction));
