import { GradeMark } from "#components/scorecards/grade-mark";
import type { Sentence, ShownValue } from "#lib/history/entry";

/** A figure as it was and as it became, each with its grade. */
export function ShownChange({ change }: { change: NonNullable<Sentence["change"]> }) {
  return (
    <p className="flex flex-wrap items-center gap-2">
      <span className="sr-only">Before: </span>
      <Shown value={change.before} />
      <span aria-hidden="true">→</span>
      <span className="sr-only">, after: </span>
      <Shown value={change.after} />
    </p>
  );
}

function Shown({ value }: { value: ShownValue }) {
  if ("words" in value) return <span className="text-soft">{value.words}</span>;
  const { figure, grade, provisional, estimated } = value;
  return <GradeMark figure={figure} level={grade} provisional={provisional} estimated={estimated} />;
}
