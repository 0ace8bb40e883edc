import type { Database } from "#db/client";
import type { Asker, PersonActor } from "#lib/access/actor";
import type { FormRequest } from "#lib/audit/begin";
import { perform } from "#lib/audit/perform";
import { lockComment } from "#lib/commentary/cell/lock-comment";
import { type Written, writeWords } from "#lib/commentary/cell/write-words";
import { requireWriter } from "#lib/commentary/gates/require-writer";
import type { WriteComment } from "#lib/commentary/inputs";

/**
 * A team lead keeps words on their indicator's open month as a draft, which only the team's leads and the auditor read.
 * Throws what `writeDraft` throws.
 */
export const draftComment = (asker: Asker, given: WriteComment, request?: FormRequest): Promise<Written | undefined> =>
  perform(asker, "comment.draft", (tx, present) => writeDraft(tx, present, given), {
    request,
    about: { indicatorId: given.indicatorId, month: given.month },
  });

/** Throws CONFLICT with both texts, WRONG_STATE when nothing was changed, and what `lockComment` and `requireWriter` throw. */
export async function writeDraft(tx: Database, actor: PersonActor, given: WriteComment): Promise<Written> {
  const cell = await lockComment(tx, actor, given);
  requireWriter(actor, cell);
  return writeWords(tx, actor, cell, given.seen, { body: given.body, isSubmitted: false, because: null });
}
