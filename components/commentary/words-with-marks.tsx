import { ChangedWords } from "#components/commentary/changed-words";
import { DecisionWords } from "#components/commentary/decision-words";
import { wordChanges } from "#components/commentary/word-changes";
import { WordsQuoted } from "#components/commentary/words-quoted";
import type { CellRevision } from "#lib/commentary/cell/comment-cell";

/** A revision's words, marked against the revision they are judged by, and that revision's decision with its reason. */
export function WordsWithMarks({
  body,
  base,
  before,
  timeZone,
}: {
  body: string;
  base: CellRevision | null;
  before: string | null;
  timeZone: string;
}) {
  const changes = before === null || before === body ? null : wordChanges(before, body);
  return (
    <>
      <WordsQuoted>
        {changes ? <ChangedWords changes={changes} /> : <p className="whitespace-pre-line">{body}</p>}
      </WordsQuoted>
      {base && before !== null && (
        <div className="mt-2 max-w-[75ch] text-sm text-soft">
          <p>
            {changes ? "Marked against" : before === body ? "The same words as" : "Written anew since"} revision{" "}
            {base.number}
            {base.decisions[0] ? ". " : ", as imported."}
            {base.decisions[0] && <DecisionWords decision={base.decisions[0]} timeZone={timeZone} />}
          </p>
        </div>
      )}
    </>
  );
}

/** The same words without the marks, or those they were written anew from: behind the decision, so that nothing stands before its button. */
export function OtherReading({
  body,
  before,
  number,
}: {
  body: string;
  before: string | null;
  number: number | undefined;
}) {
  if (before === null || before === body) return null;
  const isMarked = wordChanges(before, body) !== null;
  return (
    <details className="mt-4 max-w-[75ch]">
      <summary className="w-fit text-accent underline underline-offset-3">
        {isMarked ? "Read without the marks" : `Read revision ${number}`}
      </summary>
      <p className="mt-2 whitespace-pre-line">{isMarked ? body : before}</p>
    </details>
  );
}
