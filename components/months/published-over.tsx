import { monthName, parseMonth } from "#lib/rules/month";
import { wholeNumber } from "#lib/rules/whole-number";

/** Over what a month was published, with its words of then, and why; nothing where nothing stood in the way. */
export function PublishedOver({
  blockers,
  reason,
}: {
  blockers: readonly { kind: string; ref: string; team: string; words: string }[];
  reason: string;
}) {
  if (blockers.length === 0) return null;
  return (
    <div className="max-w-3xl">
      <p className="[overflow-wrap:anywhere] whitespace-pre-line">
        {`Published although ${blockers.length === 1 ? "one thing" : `${wholeNumber(blockers.length)} things`} stood in the way. Reason: ${reason}`}
      </p>
      <details>
        <summary className="text-accent underline underline-offset-3">What stood in the way</summary>
        <ul>
          {blockers.map(({ kind, ref, team, words }) => (
            <li key={`${ref} ${words}`}>{`${placeOf(kind, ref, team)}: ${words}`}</li>
          ))}
        </ul>
      </details>
    </div>
  );
}

function placeOf(kind: string, ref: string, team: string): string {
  if (kind === "return") return `The ${team} return`;
  const month = kind === "earlier" ? parseMonth(ref) : null;
  return month ? monthName(month) : ref;
}
