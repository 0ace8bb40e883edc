import type { Stretch } from "#lib/rules/control-chart";
import type { MilestoneAhead } from "#lib/scorecards/milestones-ahead";
import type { SheetIndicator } from "#lib/scorecards/sheet";

/** An indicator with what is drawn of it: its figures as a process, and its next milestone. */
export type Drawn = { indicator: SheetIndicator; stretches: readonly Stretch[]; next: MilestoneAhead | undefined };
