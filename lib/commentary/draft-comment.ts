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
 * Throws CONFLICT with both texts, WRONG_STATE when nothing was changed, and what `requireWriter` throws.
 */
export const draftComment = (
  actor: Actor,
  { indicatorId, month, seen, body }: WriteComment,
  request?: Request,
): Promise<Written | undefined> =>
  perform(
    actor,
    "comment.draft",
    async (tx, present) => {
      const cell = await lockCell(tx, present, indicatorId, month);
      requireWriter(present, cell);
      const written = await writeWords(tx, present, cell, seen, body);
      requireNewWords(cell, written);
      return written;
    },
    { request, about: { indicatorId, month } },
  );
