import { behindTheDoors } from "#bench/behind-the-doors";

const words = "'The figure follows the new rota of the duty team; two vacancies were filled. ' || c.id";

const ours = "words in (select digest from audit.words where salt = 'queue')";

/** While the work is done, twenty comments of a scorecard wait for their head of service and twenty more are approved. */
export async function withFilledQueue(ownerUrl: string, slug: string, work: () => Promise<void>): Promise<void> {
  await behindTheDoors(ownerUrl, [
    `insert into comment (indicator_id, month) select a.indicator_id, a.month
     from actual a join indicator i on i.id = a.indicator_id join scorecard s on s.id = i.scorecard_id
     where s.slug = '${slug}' and not exists (select from comment c where (c.indicator_id, c.month) = (a.indicator_id, a.month))
     order by a.month desc, i.ref limit 40`,
    `insert into audit.words (digest, salt, body)
     select encode(sha256('queue' || convert_to(${words}, 'UTF8')), 'hex'), 'queue', ${words} from comment c
     where not exists (select from comment_revision r where r.comment_id = c.id)`,
    `insert into comment_revision (comment_id, indicator_id, month, number, source, words, written_by, submitted_at, submitted_by)
     select c.id, c.indicator_id, c.month, 1, 'person', encode(sha256('queue' || convert_to(${words}, 'UTF8')), 'hex'), p.id, now(), p.id
     from comment c join person p on p.email = 'lead.assessment@candour.test'
     where not exists (select from comment_revision r where r.comment_id = c.id)`,
    `insert into revision_author (revision_id, indicator_id, month, person_id)
     select r.id, r.indicator_id, r.month, r.written_by from comment_revision r join audit.words w on w.digest = r.words where w.salt = 'queue'`,
    `insert into comment_decision (revision_id, indicator_id, month, kind, decided_by, actual_version, figure, grade, band_set_id, label_set_id)
     select r.id, r.indicator_id, r.month, 'approved', p.id, a.version, a.value,
       case when a.value >= 90 then 1 when a.value >= 80 then 2 when a.value >= 70 then 3 else 4 end, b.id, l.label_set_id
     from comment_revision r join audit.words w on w.digest = r.words and w.salt = 'queue'
     join actual a on (a.indicator_id, a.month) = (r.indicator_id, r.month) join indicator i on i.id = r.indicator_id
     join scorecard_label_set l on l.scorecard_id = i.scorecard_id join band_set b on b.indicator_id = i.id
     join person p on p.email = 'head@candour.test' order by r.month desc, i.ref limit 20`,
  ]);
  try {
    await work();
  } finally {
    await behindTheDoors(ownerUrl, [
      `delete from comment_decision where revision_id in (select id from comment_revision where ${ours})`,
      `delete from revision_author where revision_id in (select id from comment_revision where ${ours})`,
      `with gone as (delete from comment_revision where ${ours} returning comment_id)
       delete from comment where id in (select comment_id from gone)`,
      "delete from audit.words where salt = 'queue'",
    ]);
  }
}
