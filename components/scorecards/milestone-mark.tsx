import type { MilestoneState } from "#lib/rules/milestone";

const signs = {
  met: "✓",
  missed: "✗",
  due: "",
  "no figure": "–",
} as const satisfies Record<MilestoneState, string>;

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
      {asTyped}{" "}
      <span
        className={`text-xs ${stacked ? "block leading-4" : "ml-0.5"} ${state === "missed" ? "font-bold underline decoration-2 underline-offset-3" : state === "met" ? "font-semibold" : "text-soft"}`}
      >
        {signs[state] && <span aria-hidden="true">{signs[state]} </span>}
        {words}
      </span>
    </span>
  );
}
