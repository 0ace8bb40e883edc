import type { Database } from "#db/client";
import type { PersonActor } from "#lib/access/actor";
import { Refusal } from "#lib/audit/refusal";
import { goOnWithDraft } from "#lib/commentary/cell/go-on-with-draft";
import type { LockedComment } from "#lib/commentary/cell/lock-comment";
import { startRevision } from "#lib/commentary/cell/start-revision";
import type { Submitting } from "#lib/commentary/cell/submitting";
import { conflictOverWords } from "#lib/commentary/gates/conflict-over-words";
import { requireNewWords } from "#lib/commentary/gates/require-new-words";
import { looksRedacted, onlyRedacted, withoutMark } from "#lib/rules/without-mark";

/** What its writer had before them: the newest revision and its version; null and 0 where there was none. */
export type SeenWords = { revisionId: string | null; version: number };

export type Written = { revisionId: string; number: number; isChanged: boolean; slug: string; ref: string };

/**
 * Keeps words as a draft, or submits them in the place of those that were not decided yet. It puts them into the cell's draft, or into a next revision when the newest has left its writers' hands.
 * A next revision starts from its predecessor's words, so it keeps their authors. Throws CONFLICT with both texts when
 * the newest is not what the writer saw, unless it is a draft of the same words, and WRONG_STATE when nothing was changed.
 */
export async function writeWords(
  tx: Database,
  actor: PersonActor,
  cell: LockedComment,
  seen: SeenWords,
  written: Submitting,
): Promise<Written> {
  const newest = cell.revisions.at(-1) ?? null;
  const place = { slug: cell.scorecard.slug, ref: cell.ref };
  const refuse = () => conflictOverWords(tx, actor, cell.indicatorId, cell.month);
  const body = withoutMark(written.body, cell.newestMark);
  if (looksRedacted(body)) throw new Refusal("INVALID", onlyRedacted, { fields: { body: onlyRedacted } });
  const given = { ...written, body };
  const isChanged = cell.newestWords === null || withoutMark(cell.newestWords, cell.newestMark) !== body;
  const isSeen = (newest?.id ?? null) === seen.revisionId && (newest?.version ?? 0) === seen.version;
  const isSameDraft = newest?.submittedAt === null && !isChanged;
  if (!isSeen && !isSameDraft) throw await refuse();
  if (!isChanged) requireNewWords(cell);

  if (newest && newest.submittedAt === null && newest.source === "person") {
    if (isChanged || given.isSubmitted) await goOnWithDraft(tx, actor, cell, newest.id, { ...given, isChanged });
    return { revisionId: newest.id, number: newest.number, isChanged, ...place };
  }
  const revisionId = await startRevision(tx, actor, cell, given);
  if (!revisionId) throw await refuse();
  return { revisionId, number: (newest?.number ?? 0) + 1, isChanged, ...place };
}
