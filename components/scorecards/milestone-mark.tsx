import type { MilestoneState } from "#lib/rules/milestone";

const signs = {
  met: "✓",
  missed: "✗",
  due: "",
  "no figure": "–",
} as const satisfies Record<MilestoneState, string>;

/** A milestone as it was typed, and what became of it. */
export function MilestoneMark({ asTyped, state }: { asTyped: string; state: MilestoneState }) {
  return (
    <span className="whitespace-nowrap">
      {asTyped}{" "}
      <span
        className={`ml-0.5 text-xs ${state === "missed" ? "font-bold underline decoration-2 underline-offset-3" : state === "met" ? "font-semibold" : "text-soft"}`}
      >
        {signs[state] && <span aria-hidden="true">{signs[state]} </span>}
        {state}
      </span>
    </span>
  );
}
