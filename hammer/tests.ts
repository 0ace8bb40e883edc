import type { Cells } from "#hammer/cells";
import { killUnderLoad } from "#hammer/kill";
import { naughtyStrings } from "#hammer/naughty";
import { pairsAtOnce } from "#hammer/pairs";
import { newReport, type Report } from "#hammer/report";
import { untold } from "#hammer/untold";
import { whoMayWhat } from "#hammer/who-may-what";
import { writersOnOneCell } from "#hammer/writers";
import type { Yard } from "#hammer/yard";

/** How much of each. */
export type Size = {
  writers: number;
  saves: number;
  pairs: number;
  kills: number;
  strings: number;
  /** Of which kinds of people one or two are enough. */
  isBrief: boolean;
};
export const whole: Size = { writers: 50, saves: 6, pairs: 3, kills: 8, strings: Infinity, isBrief: false };
export const short: Size = { writers: 12, saves: 2, pairs: 1, kills: 2, strings: 2, isBrief: true };

export type Tools = { yard: Yard; cells: Cells; chance: () => number; size: Size; isOver: () => boolean };

/** Everything that is tried, in this order. */
export const tests: Record<string, (tools: Tools) => Promise<Report>> = {
  "who-may-what": whoMayWhat,
  writers: writersOnOneCell,
  pairs: pairsAtOnce,
  kill: killUnderLoad,
  naughty: naughtyStrings,
  untold,
};

/** One test, once, or again and again until so many milliseconds are over. */
export async function hammer(
  name: string,
  tools: Omit<Tools, "isOver">,
  milliseconds: number | null = null,
): Promise<Report> {
  const end = milliseconds === null ? null : Date.now() + milliseconds;
  const isOver = () => end !== null && Date.now() > end;
  const goesOn = () => end !== null && Date.now() < end;
  const all = newReport();
  do {
    const { tried, refused, lost, unexpected } = await tests[name]!({ ...tools, isOver });
    all.tried += tried;
    all.refused += refused;
    all.lost.push(...lost);
    all.unexpected.push(...unexpected);
  } while (goesOn());
  return all;
}
