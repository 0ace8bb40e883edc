import { type SQL, sql } from "drizzle-orm";
import type { Database } from "#db/client";
import { actual } from "#db/schema/actuals";
import { commentRevision } from "#db/schema/commentary";
import { indicator } from "#db/schema/indicators";
import { scorecardMonth } from "#db/schema/months";
import { scorecard } from "#db/schema/scorecards";
import { markOf, wordsOf } from "#db/words";
import type { PersonActor } from "#lib/access/actor";
import { Refusal } from "#lib/audit/refusal";
import { listCellRows } from "#lib/commentary/cell/cell-rows";
import { type CommentCell, commentCell } from "#lib/commentary/cell/comment-cell";
import { type BesideCell, besideCell, tableFacts } from "#lib/commentary/cell/table-facts";
import type { Month } from "#lib/rules/month";
import type { TableFacts } from "#lib/rules/said/table-facts";

/** A cell to write on, with the words of its newest revision, null where nobody has written any, and what words are read against. */
export type LockedComment = CommentCell & { newestWords: string | null; newestMark: string | null; facts: TableFacts };

type Cell = { indicatorId: string; month: Month };

/**
 * A cell as it stands and, until the transaction ends, goes on standing: its month neither closes, nor its figure
 * changes, nor its revisions are written, submitted or decided. Throws NOT_FOUND.
 */
export async function lockComment(tx: Database, actor: PersonActor, cell: Cell): Promise<LockedComment> {
  const place = sql`select ${cell.indicatorId}::uuid as indicator_id, ${`${cell.month}-01`}::date as month`;
  const locked = await lockAndRead(tx, actor, place);
  if (!locked) throw new Refusal("NOT_FOUND", "There is no such indicator in a month that has been opened.");
  return locked;
}

/** The same of the cell that a revision is about. Throws NOT_FOUND. */
export async function lockRevision(tx: Database, actor: PersonActor, revisionId: string): Promise<LockedComment> {
  const place = sql`select r.indicator_id, r.month from ${commentRevision} r where r.id = ${revisionId}`;
  const locked = await lockAndRead(tx, actor, place);
  if (!locked) throw new Refusal("NOT_FOUND", "There is no such comment.");
  return locked;
}

/** It reads in a second statement: what others wrote while the first one waited for them is to be seen. */
async function lockAndRead(tx: Database, actor: PersonActor, place: SQL): Promise<LockedComment | null> {
  const organisationId = actor.organisation.id;
  const { rows } = await tx.execute<{ indicator: string; month: string }>(sql`
    select ${indicator.id} as indicator, ${scorecardMonth.month}::text as month, revisions.locked, figure.id
    from (${place}) place
    join ${indicator} on ${indicator.id} = place.indicator_id
    join ${scorecard} on ${scorecard.id} = ${indicator.scorecardId} and ${scorecard.organisationId} = ${organisationId}
    join lateral (select m.month from ${scorecardMonth} m
      where m.scorecard_id = ${scorecard.id} and m.month = place.month for share) as ${scorecardMonth} on true
    join lateral (select count(*) as locked from (select from ${commentRevision} r
      where r.indicator_id = ${indicator.id} and r.month = ${scorecardMonth.month}
      order by r.number for update) r) revisions on true
    left join lateral (select a.id from ${actual} a
      where a.indicator_id = ${indicator.id} and a.month = ${scorecardMonth.month} and revisions.locked >= 0 for share) figure on true`);
  const [locked] = rows;
  if (!locked) return null;
  const [row] = await listCellRows(tx, organisationId, undefined, sql`true`, {
    wanted: sql`select ${locked.indicator}::uuid as indicator_id, ${locked.month}::date as month`,
    found: sql<{
      newestWords: string | null;
      newestMark: string | null;
      beside: BesideCell;
    }>`json_build_object('newestWords', ${ofNewest(wordsOf(commentRevision.words))}, 'newestMark', ${ofNewest(markOf(commentRevision.words))}, 'beside', ${besideCell})`,
  });
  if (!row) return null;
  const { beside, ...newest } = row.found;
  return { ...commentCell(row), ...newest, facts: tableFacts(row, beside) };
}

const ofNewest = (what: SQL) => sql`(select ${what} from ${commentRevision}
  where ${commentRevision.indicatorId} = ${indicator.id} and ${commentRevision.month} = ${scorecardMonth.month}
  order by ${commentRevision.number} desc limit 1)`;
