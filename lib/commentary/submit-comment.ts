import { eq, inArray } from "drizzle-orm";
import type { Database } from "#db/client";
import { commentRevision } from "#db/schema/commentary";
import type { PersonActor } from "#lib/access/actor";
import type { FormRequest } from "#lib/audit/begin";
import { perform } from "#lib/audit/perform";
import type { CommentCell } from "#lib/commentary/cell/comment-cell";
import { lockComment } from "#lib/commentary/cell/lock-comment";
import { type Written, writeWords } from "#lib/commentary/cell/write-words";
import { requireNewWords } from "#lib/commentary/gates/require-new-words";
import { requireWriter } from "#lib/commentary/gates/require-writer";
import type { WriteComment } from "#lib/commentary/inputs";

/**
 * A team lead puts words before their head of service, just as they stand on the form: from here on the revision never
 * changes. Throws what `writeSubmission` throws.
 */
export const submitComment = (
  actor: PersonActor,
  given: WriteComment,
  request?: FormRequest,
): Promise<Written | undefined> =>
  perform(actor, "comment.submit", (tx, present) => writeSubmission(tx, present, given), {
    request,
    about: { indicatorId: given.indicatorId, month: given.month },
  });

/** Submits words, in the place of an earlier revision that was not decided yet. Throws what `writeDraft` throws. */
export async function writeSubmission(tx: Database, actor: PersonActor, given: WriteComment): Promise<Written> {
  const cell = await lockComment(tx, actor, given.indicatorId, given.month);
  requireWriter(actor, cell);
  const written = await writeWords(tx, actor, cell, given.seen, given.body);
  requireNewWords(cell, written);
  await withdrawUndecided(tx, actor, cell);
  await tx
    .update(commentRevision)
    .set({ submittedBy: actor.person.id })
    .where(eq(commentRevision.id, written.revisionId));
  return written;
}

async function withdrawUndecided(tx: Database, actor: PersonActor, { revisions }: CommentCell) {
  const undecided = revisions.filter((each) => each.submittedAt && !each.withdrawnAt && each.decisions.length === 0);
  if (undecided.length === 0) return;
  await tx
    .update(commentRevision)
    .set({ withdrawnBy: actor.person.id })
    .where(
      inArray(
        commentRevision.id,
        undecided.map(({ id }) => id),
      ),
    );
}
