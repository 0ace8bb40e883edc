import type { Database } from "#db/client";
import type { Actor } from "#lib/access/actor";
import type { Request } from "#lib/actions/define-action";
import { perform } from "#lib/audit/perform";
import { enterDecision } from "#lib/commentary/enter-decision";
import { findRevision, type RevisionPlace } from "#lib/commentary/find-revision";
import type { ApproveComment } from "#lib/commentary/inputs";
import { lockCell } from "#lib/commentary/lock-cell";
import { requireDecider } from "#lib/commentary/require-decider";
import { requireOthersWords } from "#lib/commentary/require-others-words";
import { requireSameCell } from "#lib/commentary/require-same-cell";
import { requireUndecided } from "#lib/commentary/require-undecided";
import { requireNewestSubmitted } from "#lib/commentary/revision-before-head";

/** A head of service approves one exact revision for the exact figure and grade on their screen. Throws NOT_FOUND, and what `writeApproval` throws. */
export async function approveComment(
  actor: Actor,
  given: ApproveComment,
  request?: Request,
): Promise<{ revisionId: string } | undefined> {
  const about = await findRevision(actor, given.revisionId);
  return perform(actor, "comment.approve", (tx, present) => writeApproval(tx, present, about, given), {
    request,
    about,
  });
}

/** Throws OWN_WORDS, CONFLICT when the revision or the figure is not what was read, WRONG_STATE when it was decided already, and what `requireDecider` throws. */
export async function writeApproval(
  tx: Database,
  actor: Actor,
  about: RevisionPlace,
  { revisionId, seen }: ApproveComment,
): Promise<{ revisionId: string }> {
  const cell = await lockCell(tx, actor, about.indicatorId, about.month);
  requireDecider(actor, cell, "approve");
  const revision = requireNewestSubmitted(cell, revisionId, actor.organisation.timeZone);
  requireOthersWords(actor, revision, cell);
  requireUndecided(cell, revision, "approve", actor.organisation.timeZone);
  requireSameCell(cell, seen);
  return enterDecision(tx, actor, cell, { revisionId, kind: "approved" });
}
