import { inArray, sql } from "drizzle-orm";
import { database } from "#db/client";
import { actual } from "#db/schema/actuals";
import { commentRevision } from "#db/schema/commentary";
import { milestone } from "#db/schema/indicators";
import type { MissingSymbol } from "#db/vocabulary";
import { wordsOf } from "#db/words";
import type { PersonActor } from "#lib/access/actor";
import { decisionsOpen } from "#lib/commentary/reading/decisions-open";
import { getApprovals } from "#lib/commentary/reading/get-approvals";
import type { HeadView } from "#lib/commentary/reading/head-view";
import type { AskedApprovals } from "#lib/commentary/reading/wanted-cells";
import { milestonesOf } from "#lib/indicators/holding";
import type { Month } from "#lib/rules/month";

type Beside = { milestone: string | null; previous: FigureIn | null };
type FigureIn = { month: Month; figure: string | null; missing: MissingSymbol | null };

/**
 * One comment among several: its words, the milestone and what stood in the month in which a figure was last due, and what
 * it is approved by where nothing about it has to be looked at by itself.
 */
export type TogetherComment = Beside & {
  view: HeadView;
  words: string;
  approve: (NonNullable<ReturnType<typeof decisionsOpen>> & { request: string }) | null;
};

/** A page of all that waits for a head of service, each with its words: in two statements. */
export async function getTogether(actor: PersonActor, asked: Partial<AskedApprovals> = {}) {
  const approvals = await getApprovals(actor, asked);
  const newest = approvals.waiting.flatMap(({ state }) => ("revision" in state ? state.revision.id : []));
  const rows = newest.length === 0 ? [] : await wordsAndBeside(newest);
  const byRevision = new Map(rows.map(({ id, ...row }) => [id, row]));
  const comment = (view: HeadView): TogetherComment => {
    const row = "revision" in view.state ? byRevision.get(view.state.revision.id) : undefined;
    const { body, milestone = null, previous = null } = row ?? {};
    return { view, words: body ?? "", milestone, previous, approve: whatIsClean(actor, view) };
  };
  return { ...approvals, comments: new Map(approvals.waiting.map((view) => [view, comment(view)])) };
}

/** Words that were submitted and can be approved as they stand; what lapsed is looked at by itself. */
function whatIsClean(actor: PersonActor, view: HeadView): TogetherComment["approve"] {
  const open = view.state.state === "submitted" ? decisionsOpen(actor, view) : null;
  return open?.approve && open.approve.whyNot === null ? { ...open, request: open.approve.request } : null;
}

const { indicatorId, month } = commentRevision;

const wordsAndBeside = (revisions: string[]) =>
  database()
    .select({
      id: commentRevision.id,
      body: wordsOf(commentRevision.words),
      milestone: sql<string | null>`${milestone.asTyped}`,
      previous: sql<FigureIn | null>`case when before.month is not null then json_build_object('month', to_char(before.month, 'YYYY-MM'),
        'figure', ${actual.value}::text, 'missing', ${actual.missing}) end`,
    })
    .from(commentRevision)
    .leftJoin(milestonesOf(indicatorId), sql`${milestone.month} = ${month}`)
    .leftJoin(
      sql`lateral (select holding.previous_due(${indicatorId}, ${month}) as month offset 0) as before`,
      sql`true`,
    )
    .leftJoin(actual, sql`${actual.indicatorId} = ${indicatorId} and ${actual.month} = before.month`)
    .where(inArray(commentRevision.id, revisions));
