import { RevisionList } from "#components/commentary/revision-list";
import { Standing } from "#components/commentary/standing";
import { WithdrawForm } from "#components/commentary/withdraw-form";
import { WordsQuoted } from "#components/commentary/words-quoted";
import { WriteForm } from "#components/commentary/write-form";
import { Note } from "#components/ui/note";
import type { CommentPage, Follows } from "#lib/commentary/get-comment-page";
import type { CommentState } from "#lib/rules/commentary-status";

/** A comment for those who work on it or watch over it: where it stands, the form or why there is none, every revision. */
export function CommentFollow({
  page: { cell, writing, requests },
  follows,
  timeZone,
}: {
  page: CommentPage;
  follows: Follows;
  timeZone: string;
}) {
  const newest = cell.revisions.at(-1);
  const seen = writing.whyNot === null ? `${writing.seen.revisionId} ${writing.seen.version}` : "none";
  return (
    <>
      <Standing follows={follows} timeZone={timeZone} />
      {writing.whyNot !== null && newest && (
        <WordsQuoted>
          <p className="whitespace-pre-line">{follows.words.get(newest.id)?.body}</p>
        </WordsQuoted>
      )}
      {writing.whyNot === null && folded(follows.state) && newest && (
        <div className="mb-4">
          <WordsQuoted>
            <p className="whitespace-pre-line">{follows.words.get(newest.id)?.body}</p>
          </WordsQuoted>
        </div>
      )}
      <WriteForm
        key={seen}
        indicatorId={cell.indicatorId}
        month={cell.month}
        request={requests.write}
        writing={writing}
        opens={folded(follows.state)}
      />
      <WithdrawForm revision={follows.withdrawable} request={requests.withdraw} />
      {writing.whyNot !== null && <Note tone="quiet">{writing.whyNot}</Note>}
      {cell.revisions.length > 0 && (
        <section className="mt-8">
          <h2 className="mb-2 text-xl">Revisions</h2>
          <RevisionList cell={cell} words={follows.words} timeZone={timeZone} />
        </section>
      )}
    </>
  );
}

/** Words that wait or are approved need no more writing, so the form is folded behind what opening it means. */
function folded({ state }: CommentState): string | null {
  if (state === "submitted") return "Change the words: a new revision takes the place of this one";
  if (state === "approved")
    return "Write a new revision: this one stays on the scorecard until the new one is approved";
  if (state === "lapsed") return "Write a new revision for the new figure";
  return null;
}
