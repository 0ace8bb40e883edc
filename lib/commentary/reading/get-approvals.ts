import { database } from "#db/client";
import type { PersonActor } from "#lib/access/actor";
import { getWords } from "#lib/commentary/cell/get-words";
import { listHeadViews } from "#lib/commentary/queries";
import { changeBase } from "#lib/commentary/reading/change-base";
import { decisionsOpen } from "#lib/commentary/reading/decisions-open";
import { getSurroundings } from "#lib/commentary/reading/get-surroundings";
import type { HeadView } from "#lib/commentary/reading/head-view";
import { isWaiting } from "#lib/rules/commentary-status";

export type Approvals = {
  waiting: HeadView[];
  approved: HeadView[];
  /** Returned, or their approval withdrawn: the next move is the team lead's. */
  withLeads: HeadView[];
};

/** A head of service's comments by whose move is next; of those decided, the newest decision first. */
export async function getApprovals(actor: PersonActor): Promise<Approvals> {
  const views = await listHeadViews(actor);
  const decided = views
    .filter(({ state }) => "decision" in state && !isWaiting(state))
    .sort((a, b) => decidedAt(b) - decidedAt(a));
  return {
    waiting: views.filter(({ state }) => isWaiting(state)),
    approved: decided.filter(({ state }) => state.state === "approved"),
    withLeads: decided.filter(({ state }) => state.state !== "approved"),
  };
}

/** The comment that has this revision, whichever of its revisions is the newest by now. */
export function findView({ waiting, approved, withLeads }: Approvals, revisionId: string | undefined) {
  return (
    [...waiting, ...approved, ...withLeads].find(({ cell }) => cell.revisions.some(({ id }) => id === revisionId)) ??
    null
  );
}

/** All that one comment is decided by: its words and those they are marked against, what stands around it, what can be done. */
export async function getApprovalDetail(actor: PersonActor, view: HeadView) {
  const { cell, state } = view;
  const [around, words] = await Promise.all([
    getSurroundings(actor, { slug: cell.scorecard.slug, ref: cell.ref, month: cell.month }),
    getWords(
      database(),
      cell.revisions.map(({ id }) => id),
    ),
  ]);
  // Words whose approval lapsed were read when it was given: since then the figure changed, not they.
  const base = "revision" in state && state.state !== "lapsed" ? changeBase(cell.revisions, state.revision) : null;
  return { view, around, words, base, decisions: decisionsOpen(actor, view) };
}

function decidedAt({ state }: HeadView): number {
  return "decision" in state ? state.decision.decidedAt.getTime() : 0;
}
