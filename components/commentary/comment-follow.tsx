import { Standing } from "#components/commentary/standing";
import { WithdrawForm } from "#components/commentary/withdraw-form";
import { WordsQuoted } from "#components/commentary/words-quoted";
import { WriteForm } from "#components/commentary/write-form";
import type { From } from "#lib/commentary/inputs";
import type { CommentPage, Follows } from "#lib/commentary/reading/get-comment-page";
import type { CommentState } from "#lib/rules/commentary-status";

/** A comment for those who work on it or watch over it: where it stands, and the form or why there is none. */
export function CommentFollow({
  page: { cell, writing, requests },
  follows,
  from,
  timeZone,
  isPast,
}: {
  page: CommentPage;
  follows: Follows;
  from: From;
  timeZone: string;
  /** Then it is only read. */
  isPast: boolean;
}) {
  const newest = cell.revisions.at(-1);
  const canWrite = writing.whyNot === null && !isPast;
  const opens = folded(follows.state);
  return (
    <>
      <Standing follows={isPast ? { ...follows, mayDecide: null } : follows} canWrite={canWrite} timeZone={timeZone} />
      {newest && (!canWrite || opens) && (
        <div className="mb-4">
          <WordsQuoted>
            <p className="whitespace-pre-line">{follows.words.get(newest.id)}</p>
          </WordsQuoted>
        </div>
      )}
      {!isPast && writing.whyNot !== null && <p className="my-4 text-soft">{writing.whyNot}</p>}
      {!isPast && (
        <>
          <WriteForm
            indicatorId={cell.indicatorId}
            month={cell.month}
            request={requests.write}
            from={from}
            writing={writing}
            opens={opens}
          />
          <WithdrawForm revision={follows.withdrawable} request={requests.withdraw} from={from} />
        </>
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
