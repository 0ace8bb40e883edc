import type { Actor } from "#lib/access/actor";
import type { Request } from "#lib/actions/define-action";
import { perform } from "#lib/audit/perform";
import { enterDecision } from "#lib/commentary/enter-decision";
import { findRevision } from "#lib/commentary/find-revision";
import type { ApproveComment } from "#lib/commentary/inputs";
import { lockCell } from "#lib/commentary/lock-cell";
import { requireDecider } from "#lib/commentary/require-decider";
import { requireOthersWords } from "#lib/commentary/require-others-words";
import { requireSameCell } from "#lib/commentary/require-same-cell";
import { requireUndecided } from "#lib/commentary/require-undecided";
import { requireNewestSubmitted } from "#lib/commentary/revision-before-head";

/**
 * A head of service approves one exact revision for the exact figure and grade on their screen. Throws NOT_FOUND,
 * OWN_WORDS, CONFLICT when the revision or the figure is not what was read, WRONG_STATE when it was decided already,
 * and what `requireDecider` throws.
 */
export async function approveComment(
  actor: Actor,
  { revisionId, seen }: ApproveComment,
  request?: Request,
): Promise<{ revisionId: string } | undefined> {
  const about = await findRevision(actor, revisionId);
  return perform(
    actor,
    "comment.approve",
    async (tx, present) => {
      const cell = await lockCell(tx, present, about.indicatorId, about.month);
      requireDecider(present, cell, "approve");
      const revision = requireNewestSubmitted(cell, revisionId, present.organisation.timeZone);
      requireOthersWords(present, revision, cell);
      requireUndecided(cell, revision, "approve", present.organisation.timeZone);
      requireSameCell(cell, seen);
      return enterDecision(tx, present, cell, { revisionId, kind: "approved" });
    },
    { request, about },
  );
}
