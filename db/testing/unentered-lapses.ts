import type { AsOwner } from "#db/untold-rows";

/** Approvals of which it was not entered that they lapsed, or that they hold again: none, when no cause was forgotten. */
export async function unenteredLapses({ asOwner }: { asOwner: AsOwner }): Promise<string[]> {
  const found = await asOwner(
    `select 'lapse of ' || d.id as row from (
       select distinct on (d.revision_id) d.* from public.comment_decision d order by d.revision_id, d.decided_at desc) d
     left join public.actual a on a.indicator_id = d.indicator_id and a.month = d.month
     cross join lateral audit.earned(d.indicator_id, d.month, a.value) e
     where d.kind = 'approved'
       and exists (select from public.lapse l where l.decision_id = d.id and l.ended_at is null) <> (
         d.figure is distinct from a.value or d.missing is distinct from a.missing or d.grade is distinct from e.grade
         or d.grade is not null and (select count(*) from public.label w where w.label_set_id = d.label_set_id) not in (0, e.levels))
     order by 1`,
  );
  return found.map(({ row }) => String(row));
}
