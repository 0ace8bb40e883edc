import { measurePages } from "#bench/groups/pages";
import { measureSave } from "#bench/groups/save";
import { measureStart } from "#bench/groups/start";
import type { Line } from "#bench/lines";
import type { Yard } from "#bench/yard";

/** What can be measured, by the name it is asked for. */
export const groups: Record<string, (yard: Yard) => Promise<Line[]>> = {
  save: measureSave,
  pages: measurePages,
  start: measureStart,
};
