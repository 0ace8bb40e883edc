import { database } from "#db/client";
import { type PersonActor, teamsOf } from "#lib/access/actor";
import { listCellRows, submittedOrImported } from "#lib/commentary/cell/cell-rows";
import { commentCell } from "#lib/commentary/cell/comment-cell";
import { changeBase } from "#lib/commentary/reading/change-base";
import { decisionsOpen } from "#lib/commentary/reading/decisions-open";
import { getSurroundings } from "#lib/commentary/reading/get-surroundings";
import { type HeadView, headView } from "#lib/commentary/reading/head-view";
import {
  approvalCells,
  decidedOnPage,
  type Found,
  foundColumns,
  waitingOnPage,
} from "#lib/commentary/reading/wanted-cells";
import { isWaiting } from "#lib/rules/commentary-status";
import { isUuid } from "#lib/rules/is-uuid";

/** What waits for a head of service, on all pages: how many comments, of how many the approval lapsed, and since when the longest. */
export type Queue = { waiting: number; lapsed: number; since: Date | null };

export type Approvals = {
  queue: Queue;
  /** Those on this page, the longest waiting first. */
  waiting: HeadView[];
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

type FoundView = { found: Found; view: HeadView };

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
  const { queue, waiting } = queueOf(all, page);
  const most = Math.max(queue.waiting / waitingOnPage, approved.count / decidedOnPage, withLeads.count / decidedOnPage);
  return {
    queue,
    waiting,
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

/** A page of what waits: what was found in front of it moves up by as many approvals as still stand. */
function queueOf(all: readonly FoundView[], page: number): { queue: Queue; waiting: HeadView[] } {
  const queued = all.flatMap(({ found, view }) => (found.queued === null ? [] : { place: found.queued, view }));
  const standing = queued.flatMap(({ place, view }) => (isWaiting(view.state) ? [] : place));
  const lapses = queued.flatMap(({ view: { state } }) => (state.state === "lapsed" ? state.decision : []));
  const [{ submitted, since }] = [all[0]?.found ?? { submitted: 0, since: null }];
  const waiting = queued
    .filter(({ view }) => isWaiting(view.state))
    .map(({ place, view }) => ({ place: place - standing.filter((each) => each < place).length, view }))
    .filter(({ place }) => Math.ceil(place / waitingOnPage) === page)
    .sort((a, b) => a.place - b.place);
  return {
    queue: {
      waiting: submitted + lapses.length,
      lapsed: lapses.length,
      since: earliest([since === null ? null : new Date(since), ...lapses.map(({ lapsedAt }) => lapsedAt ?? null)]),
    },
    waiting: waiting.map(({ view }) => view),
  };
}

const earliest = (moments: readonly (Date | null)[]): Date | null =>
  moments.filter((moment) => moment !== null).sort((a, b) => a.getTime() - b.getTime())[0] ?? null;

function decidedOf(all: readonly FoundView[], approved: boolean) {
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

function decidedAt({ state }: HeadView): number {
  return "decision" in state ? state.decision.decidedAt.getTime() : 0;
}
