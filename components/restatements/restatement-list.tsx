import { apart } from "#lib/rules/direction";
import { momentName } from "#lib/rules/moment";
import { monthName } from "#lib/rules/month";
import { categoryNames, holdsWords, restatedWords } from "#lib/rules/restating";
import type { Restatement } from "#lib/scorecards/restatement-rows";

/** What was restated, newest first, each in words: what was published, what stands since, by whom, when and why. */
export function RestatementList({
  restatements,
  timeZone,
}: {
  restatements: readonly Restatement[];
  timeZone: string;
}) {
  return (
    <ol className="max-w-3xl">
      {restatements.map(
        ({ id, month, number, category, reason, before, after, commentHolds, restatedAt, restatedBy }) => (
          <li key={id} className="border-b border-line py-2 [overflow-wrap:anywhere]">
            <p className="font-semibold">{`${monthName(month)}: ${restatedWords(before, after)}`}</p>
            <p>{`${categoryNames[category]}. Restated by ${apart(restatedBy)}, ${momentName(restatedAt, timeZone)}, after edition ${number}.`}</p>
            <p className="whitespace-pre-line">{`Reason: ${reason}`}</p>
            {commentHolds !== null && <p className="text-soft">{`${holdsWords(commentHolds)}.`}</p>}
          </li>
        ),
      )}
    </ol>
  );
}
