import { eq, inArray } from "drizzle-orm";
import type { Database } from "#db/client";
import { commentRevision } from "#db/schema/commentary";
import type { Actor } from "#lib/access/actor";
import type { Request } from "#lib/actions/define-action";
import { perform } from "#lib/audit/perform";
import type { CommentCell } from "#lib/commentary/comment-cell";
import type { WriteComment } from "#lib/commentary/inputs";
import { lockCell } from "#lib/commentary/lock-cell";
import { requireNewWords } from "#lib/commentary/require-new-words";
import { requireWriter } from "#lib/commentary/require-writer";
import { type Written, writeWords } from "#lib/commentary/write-words";

/**
 * A team lead puts words before their head of service, just as they stand on the form: from here on the revision never
 * changes. It takes the place of an earlier one that was not decided yet. Throws what `draftComment` throws.
 */
export const submitComment = (
  actor: Actor,
  { indicatorId, month, seen, body }: WriteComment,
  request?: Request,
): Promise<Written | undefined> =>
  perform(
    actor,
    "comment.submit",
    async (tx, present) => {
      const cell = await lockCell(tx, present, indicatorId, month);
      requireWriter(present, cell);
      const written = await writeWords(tx, present, cell, seen, body);
      requireNewWords(cell, written);
      const now = new Date();
      await withdrawUndecided(tx, present, cell, now);
      await tx
        .update(commentRevision)
        .set({ submittedAt: now, submittedBy: present.person.id })
        .where(eq(commentRevision.id, written.revisionId));
      return written;
    },
    { request, about: { indicatorId, month } },
  );

async function withdrawUndecided(tx: Database, actor: Actor, { revisions }: CommentCell, now: Date) {
  const undecided = revisions.filter((each) => each.submittedAt && !each.withdrawnAt && each.decisions.length === 0);
  if (undecided.length === 0) return;
  await tx
    .update(commentRevision)
    .set({ withdrawnAt: now, withdrawnBy: actor.person.id })
    .where(
      inArray(
        commentRevision.id,
        undecided.map(({ id }) => id),
      ),
    );
}
