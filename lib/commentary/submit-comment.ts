import type { Database } from "#db/client";
import type { Asker, PersonActor } from "#lib/access/actor";
import type { FormRequest } from "#lib/audit/begin";
import { perform } from "#lib/audit/perform";
import { lockComment } from "#lib/commentary/cell/lock-comment";
import { type Written, writeWords } from "#lib/commentary/cell/write-words";
import { requireAnswered } from "#lib/commentary/gates/require-answered";
import { requireWriter } from "#lib/commentary/gates/require-writer";
import type { WriteComment } from "#lib/commentary/inputs";

/**
 * A team lead puts words before their head of service, just as they stand on the form: from here on the revision never
 * changes. Throws what `writeSubmission` throws.
 */
export const submitComment = (asker: Asker, given: WriteComment, request?: FormRequest): Promise<Written | undefined> =>
  perform(asker, "comment.submit", (tx, present) => writeSubmission(tx, present, given), {
    request,
    about: { indicatorId: given.indicatorId, month: given.month },
  });

/**
 * Submits words, in the place of an earlier revision that was not decided yet. Throws what `writeDraft` and
 * `requireAnswered` throw.
 */
export async function writeSubmission(tx: Database, actor: PersonActor, given: WriteComment): Promise<Written> {
  const cell = await lockComment(tx, actor, given);
  requireWriter(actor, cell);
  const because = requireAnswered(given, cell.facts);
  return writeWords(tx, actor, cell, given.seen, { body: given.body, isSubmitted: true, because });
}
