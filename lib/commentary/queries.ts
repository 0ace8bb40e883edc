import { and, eq, or, type SQL, sql } from "drizzle-orm";
import { database } from "#db/client";
import { actual } from "#db/schema/actuals";
import { commentDecision, commentRevision } from "#db/schema/commentary";
import { bandSet, indicator } from "#db/schema/indicators";
import { scorecardMonth } from "#db/schema/months";
import { scorecard, scorecardLabelSet } from "#db/schema/scorecards";
import { holds, type PersonActor, teamsOf } from "#lib/access/actor";
import { listCellRows, submittedOrImported } from "#lib/commentary/cell/cell-rows";
import { type CellRevision, type CommentCell, commentCell } from "#lib/commentary/cell/comment-cell";
import { inTeams, revisionsInScope } from "#lib/commentary/cell/reading-scope";
import { type HeadView, headView } from "#lib/commentary/reading/head-view";
import { type CommentState, commentState, isWaiting } from "#lib/rules/commentary-status";
import type { Month } from "#lib/rules/month";
import { seesClosedMonthsOnly } from "#lib/scorecards/month-scope";

/** The comment states of one month by indicator, without words, of the teams whose comments a person follows. */
export async function listCommentStates(
  actor: PersonActor,
  scorecardId: string,
  month: Month,
): Promise<Map<string, CommentState<CellRevision>>> {
  const rows = await listCellRows(
    database(),
    actor.organisation.id,
    and(eq(scorecard.id, scorecardId), eq(scorecardMonth.month, month), followed(actor)),
    revisionsInScope(actor),
  );
  return new Map(
    rows.map(commentCell).map((cell) => [cell.indicatorId, commentState(cell.revisions, cell.present, cell.labels)]),
  );
}

/** How many comments wait for this head of service. */
export async function countWaiting(actor: PersonActor): Promise<number> {
  return (await listHeadViews(actor)).filter(({ state }) => isWaiting(state)).length;
}

/** The comments handed in by a head of service's teams, the longest waiting first: of a year, and all that wait for a decision. */
export async function listHeadViews(actor: PersonActor): Promise<HeadView[]> {
  const teams = teamsOf(actor, "head of service");
  if (teams.length === 0) return [];
  const rows = await listCellRows(
    database(),
    actor.organisation.id,
    and(
      inTeams(teams),
      hasRevision(sql`${commentRevision.submittedAt} is not null`),
      or(isRecent, isUndecided, mayHaveLapsed),
    ),
    submittedOrImported,
  );
  return rows
    .map((row) => headView(commentCell(row)))
    .sort((a, b) => waitingSince(a) - waitingSince(b) || a.cell.ref.localeCompare(b.cell.ref, "en", { numeric: true }));
}

/** One comment with the revisions that this person may know of; null where there is no such cell for them. */
export async function getCommentCell(
  actor: PersonActor,
  { slug, ref, month }: { slug: string; ref: string; month: Month },
): Promise<CommentCell | null> {
  const [row] = await listCellRows(
    database(),
    actor.organisation.id,
    and(
      eq(scorecard.slug, slug),
      eq(indicator.ref, ref),
      eq(scorecardMonth.month, month),
      seesClosedMonthsOnly(actor) ? sql`${scorecardMonth.closedAt} is not null` : undefined,
    ),
    revisionsInScope(actor),
  );
  return row ? commentCell(row) : null;
}

const hasRevision = (which: SQL) =>
  sql`exists (select from ${commentRevision} where ${commentRevision.indicatorId} = ${indicator.id}
    and ${commentRevision.month} = ${scorecardMonth.month} and ${which})`;

const isRecent = sql`${scorecardMonth.month} > (
  select max(latest.month) - interval '12 months' from ${scorecardMonth} latest where latest.scorecard_id = ${scorecard.id})`;

const isUndecided =
  hasRevision(sql`${commentRevision.submittedAt} is not null and ${commentRevision.withdrawnAt} is null
  and not exists (select from ${commentDecision} where ${commentDecision.revisionId} = ${commentRevision.id})`);

// An approval lapses by what is judged, so where none of that is another than it was, it stands.
const mayHaveLapsed = sql`exists (select from ${commentDecision}
  where ${commentDecision.indicatorId} = ${indicator.id} and ${commentDecision.month} = ${scorecardMonth.month}
  and (${commentDecision.actualVersion} is distinct from ${actual.version} or ${commentDecision.bandSetId} is distinct from ${bandSet.id}
    or ${commentDecision.labelSetId} is distinct from ${scorecardLabelSet.labelSetId}
    or exists (select from indicator_definition d where d.indicator_id = ${indicator.id}
      and greatest(d.set_at, d.withdrawn_at, d.ended_at) > ${commentDecision.decidedAt})))`;

function followed(actor: PersonActor): SQL | undefined {
  if (holds(actor, "auditor") || holds(actor, "performance officer")) return undefined;
  return inTeams([...teamsOf(actor, "team lead"), ...teamsOf(actor, "head of service")]);
}

function waitingSince({ state }: HeadView): number {
  return "revision" in state ? (state.revision.submittedAt?.getTime() ?? 0) : 0;
}
