import { LevelTiles } from "#components/scorecards/level-tiles";
import { tilesView } from "#components/scorecards/tiles-view";
import type { PastAddress } from "#lib/paths";
import type { Labels } from "#lib/rules/labels";
import type { Change } from "#lib/scorecards/what-changed";

/** At a glance how many indicators earn each grade in a month, which they are, and which of them moved since they were last due. */
export function GradeTiles({
  changes,
  labels,
  slug,
  past,
}: {
  changes: readonly Change[];
  labels: Labels;
  slug: string;
  past: PastAddress;
}) {
  return <LevelTiles levels={labels} tiles={tilesView(changes, labels)} slug={slug} past={past} most={20} />;
}
