import type { Database } from "#db/client";
import type { Asker, PersonActor } from "#lib/access/actor";
import { isFigure } from "#lib/actuals/figure-tried";
import type { FormRequest } from "#lib/audit/begin";
import type { Tried } from "#lib/audit/enter-refusal";
import { perform } from "#lib/audit/perform";
import { enterDecision } from "#lib/commentary/cell/enter-decision";
import { findRevision } from "#lib/commentary/cell/find-revision";
import { lockRevision } from "#lib/commentary/cell/lock-comment";
import { requireDecider } from "#lib/commentary/gates/require-decider";
import { requireNewestSubmitted } from "#lib/commentary/gates/require-newest-submitted";
import { requireOthersWords } from "#lib/commentary/gates/require-others-words";
import { requireSameFigure } from "#lib/commentary/gates/require-same-figure";
import { requireUndecided } from "#lib/commentary/gates/require-undecided";
import type { ApproveComment } from "#lib/commentary/inputs";

/** A head of service approves one exact revision for the exact figure and grade on their screen. Throws NOT_FOUND, and what `writeApproval` throws. */
export const approveComment = (
  asker: Asker,
  given: ApproveComment,
  request?: FormRequest,
): Promise<{ revisionId: string } | undefined> =>
  perform(asker, "comment.approve", (tx, present) => writeApproval(tx, present, given), {
    request,
    about: () => findRevision(given.revisionId),
    tried: figureSeen(given.seen),
  });

/** Throws OWN_WORDS, CONFLICT when the revision or the figure is not what was read, WRONG_STATE when it was decided already, and what `requireDecider` throws. */
export async function writeApproval(
  tx: Database,
  actor: PersonActor,
  { revisionId, seen }: ApproveComment,
): Promise<{ revisionId: string }> {
  const cell = await lockRevision(tx, actor, revisionId);
  requireDecider(actor, cell);
  const revision = requireNewestSubmitted(cell, revisionId, actor.organisation.timeZone);
  requireOthersWords(actor, revision, cell);
  requireUndecided(cell, revision, "approve", actor.organisation.timeZone);
  requireSameFigure(cell, seen);
  return enterDecision(tx, actor, cell, { revisionId, kind: "approved" });
}

const figureSeen = ({ figure, missing }: ApproveComment["seen"]): Tried => ({
  ...(figure !== null && isFigure(figure) && { figure }),
  ...(missing !== null && { symbol: missing }),
});
