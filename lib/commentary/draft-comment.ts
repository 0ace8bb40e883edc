import type { Database } from "#db/client";
import type { Actor } from "#lib/access/actor";
import type { Request } from "#lib/actions/define-action";
import { perform } from "#lib/audit/perform";
import type { WriteComment } from "#lib/commentary/inputs";
import { lockCell } from "#lib/commentary/lock-cell";
import { requireNewWords } from "#lib/commentary/require-new-words";
import { requireWriter } from "#lib/commentary/require-writer";
import { type Written, writeWords } from "#lib/commentary/write-words";

/**
 * A team lead keeps words on their indicator's open month as a draft, which only the team's leads and the auditor read.
 * Throws what `writeDraft` throws.
 */
export const draftComment = (actor: Actor, given: WriteComment, request?: Request): Promise<Written | undefined> =>
  perform(actor, "comment.draft", (tx, present) => writeDraft(tx, present, given), {
    request,
    about: { indicatorId: given.indicatorId, month: given.month },
  });

/** Throws CONFLICT with both texts, WRONG_STATE when nothing was changed, and what `lockCell` and `requireWriter` throw. */
export async function writeDraft(
  tx: Database,
  actor: Actor,
  { indicatorId, month, seen, body }: WriteComment,
): Promise<Written> {
  const cell = await lockCell(tx, actor, indicatorId, month);
  requireWriter(actor, cell);
  const written = await writeWords(tx, actor, cell, seen, body);
  requireNewWords(cell, written);
  return written;
}
