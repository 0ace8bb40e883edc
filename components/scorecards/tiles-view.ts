import { gradeWord, type Labels } from "#lib/rules/labels";
import type { Change } from "#lib/scorecards/what-changed";

/** An indicator in a tile, and where its grade rose (1) or fell (-1) since it was last due, from what. */
export type RefView = readonly [ref: string, moved?: 1 | -1, from?: string];

/** The indicators that earn each level in a month, best first, and after them those without a grade; which of them moved, and from where. */
export function tilesView(changes: readonly Change[], labels: Labels): RefView[][] {
  const ranks = [...labels.map(({ rank }) => rank), null];
  return ranks.map((rank) => changes.filter(({ cell }) => cell.grade === rank).map(refView));
}

function refView({ indicator: { ref }, before, levels }: Change): RefView {
  return levels && before?.grade ? [ref, levels > 0 ? 1 : -1, gradeWord(before.labels, before.grade)] : [ref];
}
