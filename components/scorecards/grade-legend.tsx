import type { ShownLevel } from "#components/scorecards/grade-class";
import { GradeSign } from "#components/scorecards/grade-sign";
import { missingWords } from "#lib/rules/missing-words";
import { smallWords } from "#lib/rules/small/small-words";
import type { Sheet } from "#lib/scorecards/sheet";

/** What the signs mean. A scorecard shows it once. */
export function GradeLegend({ labels, small }: { labels: readonly ShownLevel[]; small?: Sheet["small"] }) {
  return (
    <div className="my-4 flex flex-wrap items-center gap-x-5 gap-y-1 text-sm text-soft">
      {labels.map((level) => (
        <span key={level.word} className="inline-flex items-center gap-1.5">
          <span className={`washed ${level.tone}`}>
            <GradeSign level={level} />
          </span>
          {level.word}
        </span>
      ))}
      <span>– not given</span>
      {Object.entries(missingWords).map(([symbol, words]) => (
        <span key={symbol}>{`[${symbol}] ${words}`}</span>
      ))}
      <span>[p] provisional</span>
      <span>[e] estimated</span>
      <span>[r] revised after it was published</span>
      {small && <span>{smallWords[small]}</span>}
      <span>A band is a local threshold, not an inspection judgement.</span>
    </div>
  );
}
