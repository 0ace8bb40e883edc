import { sql } from "drizzle-orm";
import { database } from "#db/client";
import { madeOnce } from "#db/made-once";
import { decidedTeams, type PersonActor } from "#lib/access/actor";
import { remembered } from "#lib/access/remembered";
import { listCellRows, submittedOrImported } from "#lib/commentary/cell/cell-rows";
import { commentCell } from "#lib/commentary/cell/comment-cell";
import { putOff, type QueueAddress } from "#lib/commentary/queue-address";
import { askedAround } from "#lib/commentary/reading/asked-around";
import { changeBase } from "#lib/commentary/reading/change-base";
import { decisionsOpen } from "#lib/commentary/reading/decisions-open";
import { getSurroundings, type Surroundings } from "#lib/commentary/reading/get-surroundings";
import { type HeadView, headView } from "#lib/commentary/reading/head-view";
import {
  type AskedApprovals,
  approvalCells,
  approvalsAsked,
  decidedOnPage,
  type Found,
  foundColumns,
  type QueueGroup,
  waitingOnPage,
} from "#lib/commentary/reading/wanted-cells";
import { paths } from "#lib/paths";
import { isUuid } from "#lib/rules/is-uuid";
import type { Asked } from "#lib/rules/said/asked";
import { figuresTold } from "#lib/rules/small/figures-told";
import { askedOfHidden } from "#lib/rules/small/tells-figure";

/** All that waits for a head of service: how many comments, of how many the approval lapsed, since when the longest, and in which months and teams. */
export type Queue = { waiting: number; lapsed: number; since: Date | null; own: number; groups: QueueGroup[] };

/** Comments of one month and team that wait, worst grade first; or those put off. */
export type WaitingGroup = { group: QueueGroup | null; views: HeadView[] };

export type Approvals = {
  queue: Queue;
  /** Those on this page of what was asked for, in the order in which they are decided. */
  waiting: HeadView[];
  groups: WaitingGroup[];
  /** How many were asked for, on all pages. */
  asked: number;
  /** One's own words, which wait for another head of service. */
  own: HeadView[];
  /** Of those decided on within a year, a page, the newest decision first. */
  approved: HeadView[];
  /** Returned, or their approval withdrawn: the next move is the team lead's. */
  withLeads: HeadView[];
  /** How many of each there are on all pages. */
  counts: { approved: number; withLeads: number };
  page: number;
  pages: number;
  /** The comments looked for by a revision, wherever they stand. */
  found: HeadView[];
};

type FoundView = { found: Found; view: HeadView };

const nothing: Queue = { waiting: 0, lapsed: 0, since: null, own: 0, groups: [] };

/** A head of service's comments by whose move is next; of those decided, a page of what is not older than a year. */
export const getApprovals = (actor: PersonActor, asked: Partial<AskedApprovals> = {}): Promise<Approvals> =>
  remembered(actor, ["approvals", asked], () => readApprovals(actor, asked));

async function readApprovals(
  actor: PersonActor,
  { page = 1, filters = {}, later = [], revisions = [] }: Partial<AskedApprovals>,
): Promise<Approvals> {
  const asking = { page, filters, later: later.filter(isUuid), revisions: revisions.filter(isUuid) };
  const rows =
    decidedTeams(actor).length === 0
      ? []
      : await askCells(database(), {}, { ...approvalsAsked(actor, asking), organisation: actor.organisation.id });
  const all = rows.map(({ found, ...row }) => ({ found, view: headView(commentCell(row)) }));
  const queue = queueOf(all);
  const groups = groupsOf(all, queue);
  const [approved, withLeads] = [decidedOf(all, true), decidedOf(all, false)];
  const asked = all[0]?.found.asked ?? 0;
  const most = Math.max(asked / waitingOnPage, approved.count / decidedOnPage, withLeads.count / decidedOnPage);
  return {
    queue,
    groups,
    waiting: groups.flatMap(({ views }) => views),
    asked,
    own: all.flatMap(({ found, view }) => (found.isOwn ? view : [])),
    approved: approved.views,
    withLeads: withLeads.views,
    counts: { approved: approved.count, withLeads: withLeads.count },
    page,
    pages: Math.max(page, Math.ceil(most)),
    found: all.map(({ view }) => view).filter((view) => revisions.some((id) => hasRevision(view, id))),
  };
}

const askCells = madeOnce((db) =>
  listCellRows(db, sql.placeholder("organisation"), undefined, submittedOrImported, {
    wanted: approvalCells,
    found: foundColumns,
  }),
);

/** The comment that has this revision, whichever of its revisions is the newest by now. */
export function findView({ waiting, own, approved, withLeads, found }: Approvals, revisionId: string | undefined) {
  const all = [...waiting, ...own, ...approved, ...withLeads, ...found];
  return all.find((view) => revisionId !== undefined && hasRevision(view, revisionId)) ?? null;
}

/** All that one comment is decided by: its words and those they are marked against, what stands around it, what can be done. */
export async function getApprovalDetail(
  actor: PersonActor,
  view: HeadView,
  { part = {}, asked = 0 }: { part?: QueueAddress; asked?: number } = {},
) {
  const { cell, state } = view;
  const open = decisionsOpen(actor, view);
  const isPutOff = open?.giveBack && asked > 1;
  const revision = "revision" in state ? state.revision : null;
  // Words whose approval lapsed were read when it was given: since then the figure changed, not they.
  const decisions = open && {
    ...open,
    queue: paths.approvals(part).split("?")[1] ?? "",
    later: isPutOff ? paths.approvals(putOff(part, open.revision)) : null,
  };
  const base = revision && state.state !== "lapsed" ? changeBase(cell.revisions, revision) : null;
  const place = { slug: cell.scorecard.slug, ref: cell.ref, month: cell.month };
  const around = await getSurroundings(actor, place);
  const words: ReadonlyMap<string, string> = around?.words ?? new Map();
  const body = revision && words.get(revision.id);
  const doubts = await remembered(actor, ["doubts", place, revision?.id], () =>
    around && body ? doubtsOf(body, around) : [],
  );
  return { view, around, words, base, decisions, doubts };
}

function doubtsOf(body: string, around: Surroundings): Asked[] {
  const figures = [around.change.cell, around.change.before].flatMap((cell) =>
    cell?.small && cell.actual ? figuresTold(cell.at.unit, cell.actual) : [],
  );
  return [...askedOfHidden(body, figures), ...askedAround(body, around)];
}

function queueOf(all: readonly FoundView[]): Queue {
  const whole = all.find(({ found }) => found.queue !== null)?.found.queue;
  return whole ? { ...whole, since: whole.since === null ? null : new Date(whole.since) } : nothing;
}

/** What stands on the page in its order, by month and team; what was put off is last. */
function groupsOf(all: readonly FoundView[], { groups }: Queue): WaitingGroup[] {
  const onPage = all
    .filter(({ found }) => found.place !== null)
    .sort((a, b) => (a.found.place ?? 0) - (b.found.place ?? 0));
  const keyOf = ({ cell: { month, team, scorecard } }: HeadView) => `${month} ${team?.name} ${scorecard.slug}`;
  const together = Map.groupBy(onPage, ({ found, view }) => (found.isLater ? "later" : keyOf(view)));
  return [...together].map(([key, members]) => ({
    group: groups.find(({ month, team, scorecard }) => `${month} ${team.name} ${scorecard.slug}` === key) ?? null,
    views: members.map(({ view }) => view),
  }));
}

function decidedOf(all: readonly FoundView[], approved: boolean) {
  const ofKind = all.filter(
    ({ found, view: { state } }) =>
      found.isListed && "decision" in state && (state.decision.kind === "approved") === approved,
  );
  return {
    views: ofKind.map(({ view }) => view).sort((a, b) => decidedAt(b) - decidedAt(a)),
    count:
      all.find(
        ({ found, view: { state } }) =>
          found.among !== null && "decision" in state && (state.decision.kind === "approved") === approved,
      )?.found.among ?? 0,
  };
}

const hasRevision = ({ cell }: HeadView, revisionId: string) => cell.revisions.some(({ id }) => id === revisionId);

function decidedAt({ state }: HeadView): number {
  return "decision" in state ? state.decision.decidedAt.getTime() : 0;
}
