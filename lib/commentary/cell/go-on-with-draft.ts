import { sql } from "drizzle-orm";
import type { Database } from "#db/client";
import { commentRevision, revisionAuthor } from "#db/schema/commentary";
import type { PersonActor } from "#lib/access/actor";
import type { CommentCell } from "#lib/commentary/cell/comment-cell";
import type { Submitting } from "#lib/commentary/cell/submitting";
import { withdrawUndecided } from "#lib/commentary/cell/withdraw-undecided";

/** Changes a draft's words, submits it, or both, in one statement; its author is named first, while it is still a draft. */
export async function goOnWithDraft(
  tx: Database,
  actor: PersonActor,
  cell: CommentCell,
  revisionId: string,
  { body, isChanged, isSubmitted, because }: Submitting & { isChanged: boolean },
): Promise<void> {
  const me = sql`${actor.person.id}::uuid`;
  const changes = [
    ...(isChanged ? [sql`words = ${body}, written_at = now(), written_by = ${me}`] : []),
    ...(isSubmitted ? [sql`submitted_by = ${me}, stands_because = ${because}`] : []),
  ];
  await tx.execute(sql`
    with authors as (
      insert into ${revisionAuthor} (revision_id, indicator_id, month, person_id)
      select r.id, r.indicator_id, r.month, ${me} from ${commentRevision} r where r.id = ${revisionId} and ${isChanged}
      on conflict do nothing returning id),
    withdrawn as (${withdrawUndecided(cell, me, isSubmitted)}),
    before as (select (select count(*) from authors) + (select count(*) from withdrawn) as n)
    update ${commentRevision} r set ${sql.join(changes, sql`, `)} from before
    where r.id = ${revisionId} and r.submitted_at is null and before.n >= 0`);
}
