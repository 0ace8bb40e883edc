import { freeTextColumns } from "#db/words";
import type { TrailEntry } from "#lib/history/entry";

/** Whether anything that somebody wrote stands in an entry. */
export const hasFreeText = ({ after, reason }: Pick<TrailEntry, "after" | "reason">): boolean =>
  reason !== null || Object.entries(after ?? {}).some(([column, value]) => freeTextColumns.has(column) && value);
