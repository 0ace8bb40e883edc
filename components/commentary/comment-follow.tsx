import type { ReactNode } from "react";
import { AskedWords } from "#components/commentary/asked-words";
import { Standing } from "#components/commentary/standing";
import { WithdrawForm } from "#components/commentary/withdraw-form";
import { WordsQuoted } from "#components/commentary/words-quoted";
import { WriteForm } from "#components/commentary/write-form";
import type { From } from "#lib/commentary/inputs";
import type { CommentPage } from "#lib/commentary/reading/get-comment-page";
import type { CommentState } from "#lib/rules/commentary-status";

/**
 * A comment for those who work on it or watch over it: where it stands, and the form or why there is none; for anybody else
 * what they may read. Without a script a form comes back in its own place alone, whoever signed in meanwhile.
 */
export function CommentFollow({
  page: { cell, writing, requests, follows, asked },
  children,
  from,
  timeZone,
  isPast,
}: {
  page: CommentPage;
  from: From;
  timeZone: string;
  /** Then it is only read. */
  isPast: boolean;
  /** What anybody may read. */
  children: ReactNode;
}) {
  const newest = cell.revisions.at(-1);
  const canWrite = writing.whyNot === null && !isPast;
  const opens = follows && folded(follows.state);
  return (
    <>
      {follows ? (
        <Standing
          follows={isPast ? { ...follows, mayDecide: null } : follows}
          canWrite={canWrite}
          timeZone={timeZone}
        />
      ) : (
        children
      )}
      {follows && newest && (!canWrite || opens) && (
        <div className="mb-4">
          <WordsQuoted>
            <p className="whitespace-pre-line">{follows.words.get(newest.id)}</p>
          </WordsQuoted>
        </div>
      )}
      {follows && !isPast && !canWrite && <p className="my-4 text-soft">{writing.whyNot}</p>}
      {!isPast && <AskedWords asked={asked} />}
      {!isPast && (
        <WriteForm
          indicatorId={cell.indicatorId}
          month={cell.month}
          request={requests.write}
          from={from}
          writing={writing}
          opens={opens}
          saved={(newest && follows?.words.get(newest.id)) ?? ""}
        />
      )}
      {follows && !isPast && <WithdrawForm revision={follows.withdrawable} request={requests.withdraw} from={from} />}
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
