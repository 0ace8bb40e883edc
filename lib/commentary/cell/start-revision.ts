import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import type { Database } from "#db/client";
import { comment, commentRevision, revisionAuthor } from "#db/schema/commentary";
import type { PersonActor } from "#lib/access/actor";
import type { CommentCell } from "#lib/commentary/cell/comment-cell";
import type { Submitting } from "#lib/commentary/cell/submitting";
import { withdrawUndecided } from "#lib/commentary/cell/withdraw-undecided";

/**
 * Starts a cell's next revision with its authors, and its comment with the first, in one statement. Answers its id, or
 * null when somebody else started the first at the same time: the two meet on a unique index.
 */
export async function startRevision(
  tx: Database,
  actor: PersonActor,
  cell: CommentCell,
  { body, isSubmitted, because }: Submitting,
): Promise<string | null> {
  const newest = cell.revisions.at(-1);
  const me = sql`${actor.person.id}::uuid`;
  const place = sql`${cell.indicatorId}::uuid, ${`${cell.month}-01`}::date`;
  const revisionId = randomUUID();
  const people = [...new Set([...(newest?.authors.map(({ id }) => id) ?? []), actor.person.id])];
  const ofComment = newest
    ? sql`select r.comment_id as id from ${commentRevision} r where r.id = ${newest.id}`
    : sql`insert into ${comment} (indicator_id, month) values (${place}) on conflict do nothing returning id`;
  const authors = sql`insert into ${revisionAuthor} (revision_id, indicator_id, month, person_id)
    select ${revisionId}::uuid, ${place}, unnest(${sql.param(people)}::uuid[]) from`;
  const revision = sql`insert into ${commentRevision}
      (id, comment_id, indicator_id, month, number, source, words, written_by, submitted_by, stands_because)
    select ${revisionId}::uuid, of_comment.id, ${place}, ${(newest?.number ?? 0) + 1}::integer, 'person', ${body}, ${me},
      ${isSubmitted ? me : sql`null::uuid`}, ${isSubmitted ? because : null} from of_comment`;
  const { rows } = await tx.execute(
    isSubmitted
      ? // Authors are added to drafts alone, so they stand there when the words come to, submitted.
        sql`with of_comment as (${ofComment}),
          authors as (${authors} of_comment returning id),
          withdrawn as (${withdrawUndecided(cell, me, isSubmitted)}),
          before as (select (select count(*) from authors) + (select count(*) from withdrawn) as n)
          ${revision} cross join before where before.n >= 0 returning id`
      : sql`with of_comment as (${ofComment}),
          made as (${revision} on conflict do nothing returning id)
          ${authors} made returning revision_id`,
  );
  return rows.length > 0 ? revisionId : null;
}
