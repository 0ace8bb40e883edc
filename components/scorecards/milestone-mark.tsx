import type { MilestoneState } from "#lib/rules/milestone";

const classes: Record<MilestoneState, string> = {
  met: "met",
  missed: "missed",
  due: "due",
  "no figure": "unmet",
  hidden: "unmet",
};

/** What became of a milestone, which the stylesheet puts a sign before. */
export const milestoneClass = (state: MilestoneState): string => classes[state];

/** A milestone as it was typed, and what became of it. */
export function MilestoneMark({
  asTyped,
  state,
  words = state,
  stacked = false,
}: {
  asTyped: string;
  state: MilestoneState;
  /** The state with by how much, where there is room to say it. */
  words?: string;
  stacked?: boolean;
}) {
  return (
    <span className="whitespace-nowrap">
      {asTyped} <small className={`${milestoneClass(state)}${stacked ? " block" : ""}`}>{words}</small>
    </span>
  );
}
