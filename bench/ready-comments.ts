import { query } from "#bench/query";
import { paths } from "#lib/paths";

/** How many comments stand ready for each measurement. */
const ready = 24;
const months = "between '2014-01-01' and '2014-05-01'";

/** The pages of the comments of one team, of months in which none waits for a decision. */
export async function commentPages(ownerUrl: string): Promise<string[]> {
  const cells = await query<{ slug: string; ref: string; month: string }>(
    ownerUrl,
    `select s.slug, i.ref, to_char(m.month, 'YYYY-MM') as month from indicator i join scorecard s on s.id = i.scorecard_id
     join scorecard_month m on m.scorecard_id = s.id and m.month ${months}
     join indicator_team it on it.indicator_id = i.id join team t on t.id = it.team_id and t.slug = 'assessment'
     order by m.month, i.ref limit ${ready}`,
  );
  return cells.map(({ slug, ref, month }) => paths.comment(slug, ref, month));
}

/** The revisions of those comments that wait for a decision. */
export async function waitingRevisions(ownerUrl: string): Promise<string[]> {
  const found = await query<{ id: string }>(
    ownerUrl,
    `select r.id from comment_revision r where r.month ${months} and r.submitted_at is not null
     and r.withdrawn_at is null and not exists (select from comment_decision d where d.revision_id = r.id)`,
  );
  return found.map(({ id }) => id);
}
