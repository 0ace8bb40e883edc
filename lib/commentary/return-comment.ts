import type { Database } from "#db/client";
import type { Asker, PersonActor } from "#lib/access/actor";
import type { FormRequest } from "#lib/audit/begin";
import { perform } from "#lib/audit/perform";
import { enterDecision } from "#lib/commentary/cell/enter-decision";
import { findRevision } from "#lib/commentary/cell/find-revision";
import { lockRevision } from "#lib/commentary/cell/lock-comment";
import { requireDecider } from "#lib/commentary/gates/require-decider";
import { requireNewestSubmitted } from "#lib/commentary/gates/require-newest-submitted";
import { requireUndecided } from "#lib/commentary/gates/require-undecided";
import type { ReturnComment } from "#lib/commentary/inputs";

/** A head of service gives words back to their team lead with a reason, in an open month. Throws NOT_FOUND, and what `writeReturn` throws. */
export const returnComment = (
  asker: Asker,
  given: ReturnComment,
  request?: FormRequest,
): Promise<{ revisionId: string } | undefined> =>
  perform(asker, "comment.return", (tx, present) => writeReturn(tx, present, given), {
    request,
    about: () => findRevision(given.revisionId),
    reason: given.reason,
  });

/** Throws CONFLICT when the revision was replaced or withdrawn, WRONG_STATE when it was decided already, and what `requireDecider` throws. */
export async function writeReturn(
  tx: Database,
  actor: PersonActor,
  { revisionId, reason }: ReturnComment,
): Promise<{ revisionId: string }> {
  const cell = await lockRevision(tx, actor, revisionId);
  requireDecider(actor, cell);
  const revision = requireNewestSubmitted(cell, revisionId, actor.organisation.timeZone);
  requireUndecided(cell, revision, "return", actor.organisation.timeZone);
  return enterDecision(tx, actor, cell, { revisionId, kind: "returned", reason });
}
