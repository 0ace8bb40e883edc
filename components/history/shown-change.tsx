import type { SaidView, ShownFigure } from "#components/history/said-view";
import type { ShownLevel } from "#components/scorecards/grade-class";
import { GradeMark } from "#components/scorecards/grade-mark";

/** A figure as it was and as it became, each with its grade. */
export function ShownChange({
  change: [before, after],
  levels,
}: {
  change: NonNullable<SaidView["change"]>;
  levels: readonly ShownLevel[];
}) {
  return (
    <p className="change">
      <span className="sr-only">Before: </span>
      <Shown value={before} levels={levels} />
      <span aria-hidden="true">→</span>
      <span className="sr-only">, after: </span>
      <Shown value={after} levels={levels} />
    </p>
  );
}

function Shown({ value, levels }: { value: ShownFigure; levels: readonly ShownLevel[] }) {
  if (typeof value === "string") return <i>{value}</i>;
  const [figure, place, flags = ""] = value;
  const level = (place === null ? null : levels[place]) ?? null;
  return <GradeMark figure={figure} level={level} provisional={flags.includes("p")} estimated={flags.includes("e")} />;
}
