import { randomUUID } from "node:crypto";
import type { Act } from "#hammer/actions";
import type { Yard } from "#hammer/yard";
import { paths } from "#lib/paths";

/** What has files made. Months that are none: who may is told so, and nothing is made. */
export const fileActs = {
  ask: (scorecard: string): Act => ({
    action: "askFileAction",
    from: paths.pack(scorecard),
    fields: { request: randomUUID(), scorecard, paper: "A4", from: "2013-13" },
  }),
  askWorkbook: (scorecard: string): Act => ({
    action: "askFileAction",
    from: paths.workbook(scorecard),
    fields: { request: randomUUID(), scorecard, form: "XLSX", from: "2013-13" },
  }),
  cancel: (): Act => ({
    action: "cancelFileAction",
    from: paths.files(),
    fields: { file: randomUUID() },
  }),
  delete: (): Act => ({
    action: "deleteFileAction",
    from: paths.files(),
    fields: { file: randomUUID() },
  }),
};

/** Where somebody's files stand, one of which waits for long, and one is made. */
export async function filesOf(yard: Yard, who: string): Promise<string> {
  const { personId } = yard.asker(who);
  await yard.query(
    `with waiting as (
       insert into files.kept_file (id, organisation_id, person_id, scorecard_id, paper, name, from_month, to_month, cut, is_live, hides_small, goes_at)
       select gen_random_uuid(), s.organisation_id, $1, s.id, 'A4', 'waiting', '2013-12-01', '2013-12-01', c.number, true, false, now() + interval '1 day'
       from scorecard s, (select max(number) as number from audit.cut) c where s.organisation_id = (
         select organisation_id from role_grant where person_id = $1 limit 1) order by s.slug limit 1 returning *), made as (
       insert into files.kept_file (id, organisation_id, person_id, scorecard_id, paper, name, from_month, to_month, cut, is_live, hides_small, goes_at,
         begun_at, made_at, content, size)
       select gen_random_uuid(), organisation_id, person_id, scorecard_id, paper, 'made', from_month, to_month, cut, is_live, hides_small, goes_at,
         now(), now(), 'made', 4 from waiting)
     insert into pgboss.job (id, name, start_after) select id, 'file', now() + interval '1 day' from waiting`,
    [personId],
  );
  return paths.files();
}
