import { and, asc, eq, sql } from "drizzle-orm";
import type { Database } from "#db/client";
import { actual } from "#db/schema/actuals";
import { commentRevision } from "#db/schema/commentary";
import { indicator } from "#db/schema/indicators";
import { scorecardMonth } from "#db/schema/months";
import { scorecard } from "#db/schema/scorecards";
import type { PersonActor } from "#lib/access/actor";
import { Refusal } from "#lib/audit/refusal";
import { listCellRows } from "#lib/commentary/cell/cell-rows";
import { type CommentCell, commentCell } from "#lib/commentary/cell/comment-cell";
import type { Month } from "#lib/rules/month";

const noSuchCell = () => new Refusal("NOT_FOUND", "There is no such indicator in a month that has been opened.");

/**
 * A cell as it stands and, until the transaction ends, goes on standing: its month neither closes, nor its figure
 * changes, nor its revisions are written, submitted or decided. Throws NOT_FOUND.
 */
export async function lockComment(
  tx: Database,
  actor: PersonActor,
  indicatorId: string,
  month: Month,
): Promise<CommentCell> {
  const organisationId = actor.organisation.id;
  const [opened] = await tx
    .select({ id: scorecardMonth.id })
    .from(scorecardMonth)
    .innerJoin(scorecard, eq(scorecard.id, scorecardMonth.scorecardId))
    .innerJoin(indicator, eq(indicator.scorecardId, scorecard.id))
    .where(
      and(eq(indicator.id, indicatorId), eq(scorecardMonth.month, month), eq(scorecard.organisationId, organisationId)),
    )
    .for("share", { of: scorecardMonth });
  if (!opened) throw noSuchCell();
  await tx
    .select({ id: commentRevision.id })
    .from(commentRevision)
    .where(and(eq(commentRevision.indicatorId, indicatorId), eq(commentRevision.month, month)))
    .orderBy(asc(commentRevision.number))
    .for("update");
  await tx
    .select({ id: actual.id })
    .from(actual)
    .where(and(eq(actual.indicatorId, indicatorId), eq(actual.month, month)))
    .for("share");
  const [row] = await listCellRows(
    tx,
    organisationId,
    and(eq(indicator.id, indicatorId), eq(scorecardMonth.month, month)),
    sql`true`,
  );
  if (!row) throw noSuchCell();
  return commentCell(row);
}
