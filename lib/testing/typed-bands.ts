import { firstLabels } from "#lib/people/first-labels";
import type { TypedBand } from "#lib/rules/bands";
import { bandedLevels, type Labels } from "#lib/rules/labels";

/** Bands as they are published, from the worst to the best, for the words of the first scorecard if no others are given. */
export function typedBands(worstFirst: readonly string[], labels: Labels = firstLabels): TypedBand[] {
  return bandedLevels(labels)
    .map(({ word }, index) => ({ word, asTyped: worstFirst[index] ?? "" }))
    .reverse();
}
