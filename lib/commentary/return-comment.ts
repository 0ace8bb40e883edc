import type { Actor } from "#lib/access/actor";
import type { Request } from "#lib/actions/define-action";
import { perform } from "#lib/audit/perform";
import { enterDecision } from "#lib/commentary/enter-decision";
import { findRevision } from "#lib/commentary/find-revision";
import type { ReturnComment } from "#lib/commentary/inputs";
import { lockCell } from "#lib/commentary/lock-cell";
import { requireDecider } from "#lib/commentary/require-decider";
import { requireUndecided } from "#lib/commentary/require-undecided";
import { requireNewestSubmitted } from "#lib/commentary/revision-before-head";

/**
 * A head of service gives words back to their team lead with a reason, in an open month. Throws NOT_FOUND, CONFLICT when
 * the revision was replaced or withdrawn, WRONG_STATE when it was decided already, and what `requireDecider` throws.
 */
export async function returnComment(
  actor: Actor,
  { revisionId, reason }: ReturnComment,
  request?: Request,
): Promise<{ revisionId: string } | undefined> {
  const about = await findRevision(actor, revisionId);
  return perform(
    actor,
    "comment.return",
    async (tx, present) => {
      const cell = await lockCell(tx, present, about.indicatorId, about.month);
      requireDecider(present, cell, "return");
      const revision = requireNewestSubmitted(cell, revisionId, present.organisation.timeZone);
      requireUndecided(cell, revision, "return", present.organisation.timeZone);
      return enterDecision(tx, present, cell, { revisionId, kind: "returned", reason });
    },
    { request, about, reason },
  );
}
