import type { Edition } from "#lib/audit/find-edition";
import { apart } from "#lib/rules/direction";
import { categoryNames, restatedWords } from "#lib/rules/restating";
import { wholeNumber } from "#lib/rules/whole-number";

/** Of an edition that follows another of its month: which figures were restated in between, and why. */
export function RestatedSince({ number, restated }: { number: number; restated: Edition["restated"] }) {
  if (restated.length === 0) return null;
  return (
    <div className="max-w-3xl [overflow-wrap:anywhere]">
      <p>{`What was restated since edition ${number - 1}, and why: ${wholeNumber(restated.length)}`}</p>
      <ul className="list-disc pl-5">
        {restated.map(({ id, ref, category, reason, before, after, restatedBy }) => (
          <li key={id} className="whitespace-pre-line">
            {`${ref}: ${restatedWords(before, after)}. ${categoryNames[category]}, by ${apart(restatedBy ?? "")}. Reason: ${reason}`}
          </li>
        ))}
      </ul>
    </div>
  );
}
