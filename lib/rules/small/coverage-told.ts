import type { Coverage } from "#db/vocabulary";
import type { Month } from "#lib/rules/month";

/** What a version of a definition, from a month on, says of what a figure covers, and whether its figures are of a new series. */
export type Told = { from: Month; covers: Coverage | null; beginsAnew: boolean };

/**
 * What a month's figure covers, of versions the oldest first: where its own says nothing, what one says first after it, or
 * else said last before it, unless the series begins anew in between.
 */
export function coverageTold(versions: readonly Told[], month: Month): Coverage | null {
  const own = versions.findLastIndex(({ from }) => from <= month);
  const after = versions.slice(own + 1);
  const breaks = after.findIndex(({ beginsAnew }) => beginsAnew);
  const series = [...versions.slice(0, own + 1)];
  const begins = Math.max(
    series.findLastIndex(({ beginsAnew }) => beginsAnew),
    0,
  );
  const later = [...series.slice(-1), ...(breaks === -1 ? after : after.slice(0, breaks))];
  const says = ({ covers }: Told) => covers !== null;
  return (later.find(says) ?? series.slice(begins).findLast(says))?.covers ?? null;
}
