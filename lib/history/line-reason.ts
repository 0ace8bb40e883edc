import type { TrailEntry } from "#lib/history/entry";
import { reasonOfFigure } from "#lib/rules/paste-reason";

/** Why one entry was written: the reason of its action, of a block only as far as it is of this figure. */
export const lineReason = (entry: TrailEntry): string | null =>
  entry.verb === "actual.paste" && entry.reason ? reasonOfFigure(entry.reason, entry) || null : entry.reason;
