import type { SaidView, ShownFigure } from "#components/history/said-view";
import { gradeClass, type ShownLevel } from "#components/scorecards/grade-class";

/** A figure as it was and as it became, each with its grade. What is in `i` is read out, and shown under the pointer. */
export function ShownChange({
  change: [before, after],
  levels,
}: {
  change: NonNullable<SaidView["change"]>;
  levels: readonly ShownLevel[];
}) {
  return (
    <p className="change">
      <Shown value={before} levels={levels} />
      <i> became </i>
      <Shown value={after} levels={levels} />
    </p>
  );
}

function Shown({ value, levels }: { value: ShownFigure; levels: readonly ShownLevel[] }) {
  if (typeof value === "string") return <span>{value}</span>;
  const [figure, place, flags = ""] = value;
  const level = place == null ? undefined : levels[place];
  const said = [level?.word, flags.includes("p") && "provisional", flags.includes("e") && "estimated"].filter(Boolean);
  return (
    <b className={level && `mark ${gradeClass(level)}`} data-s={level?.short}>
      {figure}
      {flags && <small>{flags.replace(/./g, "[$&]")}</small>}
      {said.length > 0 && <i>{` ${said.join(", ")}`}</i>}
    </b>
  );
}
