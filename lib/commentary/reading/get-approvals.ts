import { database } from "#db/client";
import { type PersonActor, teamsOf } from "#lib/access/actor";
import { listCellRows, submittedOrImported } from "#lib/commentary/cell/cell-rows";
import { commentCell } from "#lib/commentary/cell/comment-cell";
import { changeBase } from "#lib/commentary/reading/change-base";
import { decisionsOpen } from "#lib/commentary/reading/decisions-open";
import { getSurroundings } from "#lib/commentary/reading/get-surroundings";
import { type HeadView, headView } from "#lib/commentary/reading/head-view";
import { approvalCells, decidedOnPage, type Found, foundColumns } from "#lib/commentary/reading/wanted-cells";
import { isWaiting } from "#lib/rules/commentary-status";
import { isUuid } from "#lib/rules/is-uuid";

const waitingOnPage = 50;

export type Approvals = {
  /** All of them, the longest waiting first. */
  waiting: HeadView[];
  /** Those on this page. */
  waitingListed: HeadView[];
  /** Of those decided on within a year, a page, the newest decision first. */
  approved: HeadView[];
  /** Returned, or their approval withdrawn: the next move is the team lead's. */
  withLeads: HeadView[];
  /** How many of each there are on all pages. */
  counts: { approved: number; withLeads: number };
  page: number;
  pages: number;
  /** The comments asked for by a revision, wherever they stand. */
  asked: HeadView[];
};

/** A head of service's comments by whose move is next; of those decided, a page of what is not older than a year. */
export async function getApprovals(
  actor: PersonActor,
  { page = 1, revisions = [] }: { page?: number; revisions?: readonly string[] } = {},
): Promise<Approvals> {
  const teams = teamsOf(actor, "head of service");
  const rows =
    teams.length === 0
      ? []
      : await listCellRows<Found>(database(), actor.organisation.id, undefined, submittedOrImported, {
          wanted: approvalCells(teams, { page, revisions: revisions.filter(isUuid) }),
          found: foundColumns,
        });
  const all = rows.map(({ found, ...row }) => ({ found, view: headView(commentCell(row)) }));
  const [approved, withLeads] = [decidedOf(all, true), decidedOf(all, false)];
  const waiting = all.flatMap(({ view }) => (isWaiting(view.state) ? view : [])).sort(byWaiting);
  const most = Math.max(
    waiting.length / waitingOnPage,
    approved.count / decidedOnPage,
    withLeads.count / decidedOnPage,
  );
  return {
    waiting,
    waitingListed: waiting.slice((page - 1) * waitingOnPage, page * waitingOnPage),
    approved: approved.views,
    withLeads: withLeads.views,
    counts: { approved: approved.count, withLeads: withLeads.count },
    page,
    pages: Math.max(page, Math.ceil(most)),
    asked: all.map(({ view }) => view).filter((view) => revisions.some((id) => hasRevision(view, id))),
  };
}

/** The comment that has this revision, whichever of its revisions is the newest by now. */
export function findView({ waiting, approved, withLeads, asked }: Approvals, revisionId: string | undefined) {
  const all = [...waiting, ...approved, ...withLeads, ...asked];
  return all.find((view) => revisionId !== undefined && hasRevision(view, revisionId)) ?? null;
}

/** All that one comment is decided by: its words and those they are marked against, what stands around it, what can be done. */
export async function getApprovalDetail(actor: PersonActor, view: HeadView) {
  const { cell, state } = view;
  const around = await getSurroundings(actor, { slug: cell.scorecard.slug, ref: cell.ref, month: cell.month });
  // Words whose approval lapsed were read when it was given: since then the figure changed, not they.
  const base = "revision" in state && state.state !== "lapsed" ? changeBase(cell.revisions, state.revision) : null;
  return { view, around, words: around?.words ?? new Map(), base, decisions: decisionsOpen(actor, view) };
}

function decidedOf(all: readonly { found: Found; view: HeadView }[], approved: boolean) {
  const ofKind = all.filter(
    ({ view: { state } }) => "decision" in state && (state.decision.kind === "approved") === approved,
  );
  const among = ofKind.find(({ found }) => found.among !== null)?.found.among ?? 0;
  const lapsed = ofKind.filter(({ found, view }) => found.isOfYear && isWaiting(view.state)).length;
  return {
    views: ofKind
      .flatMap(({ found, view }) => (found.isListed && !isWaiting(view.state) ? view : []))
      .sort((a, b) => decidedAt(b) - decidedAt(a)),
    count: among - lapsed,
  };
}

const hasRevision = ({ cell }: HeadView, revisionId: string) => cell.revisions.some(({ id }) => id === revisionId);

const byWaiting = (a: HeadView, b: HeadView) =>
  waitingSince(a) - waitingSince(b) || a.cell.ref.localeCompare(b.cell.ref, "en", { numeric: true });

function waitingSince({ state }: HeadView): number {
  return "revision" in state ? (state.revision.submittedAt?.getTime() ?? 0) : 0;
}

function decidedAt({ state }: HeadView): number {
  return "decision" in state ? state.decision.decidedAt.getTime() : 0;
}
