import { FactTiles } from "#components/scorecards/fact-tiles";
import { factsView } from "#components/scorecards/facts-view";
import type { MilestoneAhead } from "#lib/scorecards/milestones-ahead";
import type { Change } from "#lib/scorecards/what-changed";

/** One indicator in one month at a glance: figure and why its grade, since it was last due, milestone, and the way to the next. */
export function IndicatorTiles({ change, ahead }: { change: Change; ahead: readonly MilestoneAhead[] }) {
  return <FactTiles facts={factsView(change, ahead)} />;
}
