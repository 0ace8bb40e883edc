import { type SQL, sql } from "drizzle-orm";
import { actual } from "#db/schema/actuals";
import { entry } from "#db/schema/audit";
import { commentDecision, commentRevision } from "#db/schema/commentary";
import { indicator } from "#db/schema/indicators";

/** Whether the figure that an actual holds came from an import: by who last changed what it says. */
export const isImported = sql<boolean>`coalesce((
  select e.verb = 'import.commit' from ${entry} e
  where e.table_name = 'actual' and e.key = ${actual.id}::text
    and (e.before is null or (e.before->'value', e.before->'missing') is distinct from (e.after->'value', e.after->'missing'))
  order by e.position desc limit 1), false)`;

/** Of a cell: whether the comment that was submitted last waits to be decided on, and since when one is approved for what the cell holds. */
export const explained = (inMonth: SQL) => ({
  isSubmitted: sql<boolean>`coalesce((
    select r.withdrawn_at is null and not exists (select from ${commentDecision} d where d.revision_id = r.id)
    from ${commentRevision} r
    where r.indicator_id = ${indicator.id} and r.month = ${inMonth} and r.submitted_at is not null
    order by r.number desc limit 1), false)`,
  approvedAt: sql<Date | null>`(select d.decided_at from ${commentRevision} r
    join lateral (select * from ${commentDecision} d where d.revision_id = r.id order by d.decided_at desc limit 1) d
      on d.kind = 'approved' and d.figure is not distinct from ${actual.value} and d.missing is not distinct from ${actual.missing}
    where r.indicator_id = ${indicator.id} and r.month = ${inMonth} and r.withdrawn_at is null
    order by r.number desc limit 1)`.mapWith(commentDecision.decidedAt),
});
