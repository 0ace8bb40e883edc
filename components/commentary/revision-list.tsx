import { StandsBecause } from "#components/commentary/asked-words";
import { byWhom } from "#components/commentary/by-whom";
import { DecisionWords } from "#components/commentary/decision-words";
import { lapsedWhen } from "#components/commentary/lapsed-when";
import { StateTag } from "#components/commentary/state-tag";
import { WordsQuoted } from "#components/commentary/words-quoted";
import type { CellRevision, CommentCell } from "#lib/commentary/cell/comment-cell";
import { commentState } from "#lib/rules/commentary-status";
import { apart } from "#lib/rules/direction";
import { momentName } from "#lib/rules/moment";

/** Every revision its reader may know of, newest first: who wrote it, what was decided, and its words. */
export function RevisionList({
  cell,
  words,
  timeZone,
}: {
  cell: CommentCell;
  words: ReadonlyMap<string, string>;
  timeZone: string;
}) {
  return (
    <ol className="grid gap-3">
      {cell.revisions.toReversed().map((revision) => (
        <li key={revision.id} className="rounded-lg border border-line bg-raised px-4 py-3">
          <h3 className="flex flex-wrap items-center gap-2 text-base">
            Revision {revision.number}
            <StateTag state={commentState([revision], cell.present, cell.labels).state} />
          </h3>
          <p className="text-sm text-soft">{sentence(byWhom(revision, timeZone))}.</p>
          {revision.standsBecause && (
            <p className="text-sm text-soft">
              <StandsBecause reason={revision.standsBecause} />
            </p>
          )}
          <ul className="text-sm text-soft">
            {revision.decisions.map((decision) => (
              <li key={decision.id}>
                <DecisionWords decision={decision} timeZone={timeZone} /> {lapsedWhen(decision, timeZone)}
              </li>
            ))}
            {revision.withdrawnAt && <li>{whyWithdrawn(revision, cell.revisions, timeZone)}</li>}
          </ul>
          {words.has(revision.id) && (
            <details className="mt-1.5">
              <summary className="w-fit text-sm text-accent underline underline-offset-3">
                Words of revision {revision.number}
              </summary>
              <div className="mt-2">
                <WordsQuoted>
                  <p className="whitespace-pre-line">{words.get(revision.id)}</p>
                </WordsQuoted>
              </div>
            </details>
          )}
        </li>
      ))}
    </ol>
  );
}

function whyWithdrawn(revision: CellRevision, revisions: readonly CellRevision[], timeZone: string): string {
  const { withdrawnAt, withdrawnBy } = revision;
  if (!withdrawnAt) return "";
  const replaced = revisions.find(({ submittedAt }) => submittedAt?.getTime() === withdrawnAt.getTime());
  const by = `by ${apart(withdrawnBy ?? "")}, ${momentName(withdrawnAt, timeZone)}`;
  return replaced ? `Replaced by revision ${replaced.number} before it was decided on, ${by}.` : `Withdrawn ${by}.`;
}

const sentence = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
