import { GradeSign } from "#components/scorecards/grade-sign";
import type { Labels } from "#lib/rules/labels";

/** The levels of a label set, best first, each with its sign; and at which a comment is asked for. */
export function LevelsShown({ labels }: { labels: Labels }) {
  const asking = labels.filter(({ asksForComment }) => asksForComment).map(({ word }) => word);
  return (
    <>
      <ul className="flex flex-wrap gap-x-5 gap-y-1">
        {labels.map((level) => (
          <li key={level.rank} className="inline-flex items-center gap-1.5">
            <span className={`washed ${level.tone}`}>
              <GradeSign level={level} />
            </span>
            {level.word}
          </li>
        ))}
      </ul>
      <p className="text-sm text-soft">
        {asking.length === 0
          ? "None of them asks for a comment."
          : `A comment is asked for at ${conjoined.format(asking)}.`}
      </p>
    </>
  );
}

const conjoined = new Intl.ListFormat("en-GB");
