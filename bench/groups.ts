import { measureComments } from "#bench/groups/comments";
import { measureExports } from "#bench/groups/exports";
import { measureGrowth } from "#bench/groups/growth";
import { measureHistory } from "#bench/groups/history";
import { measurePages } from "#bench/groups/pages";
import { measurePast } from "#bench/groups/past";
import { measurePaste } from "#bench/groups/paste";
import { measureQuiet } from "#bench/groups/quiet";
import { measureSave } from "#bench/groups/save";
import { measureScript } from "#bench/groups/script";
import { measureStart } from "#bench/groups/start";
import { measureVerify } from "#bench/groups/verify";
import type { Line } from "#bench/lines";
import type { Yard } from "#bench/yard";

/** What can be measured, by the name it is asked for. */
export const groups: Record<string, (yard: Yard) => Promise<Line[]>> = {
  save: measureSave,
  paste: measurePaste,
  comments: measureComments,
  pages: measurePages,
  history: measureHistory,
  past: measurePast,
  verify: measureVerify,
  growth: measureGrowth,
  exports: measureExports,
  script: measureScript,
  start: measureStart,
  quiet: measureQuiet,
};
