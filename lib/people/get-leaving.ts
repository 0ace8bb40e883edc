import { sql } from "drizzle-orm";
import { database } from "#db/client";
import type { Month, Role } from "#db/vocabulary";
import type { PersonActor } from "#lib/access/actor";
import { isUuid } from "#lib/rules/is-uuid";

type Place = { slug: string; scorecard: string; month: Month };

/** What somebody leaves behind who goes: what they began, what their teams owe, and what nobody else would do. */
export type Leaving = {
  /** Words that they saved last and nobody handed in, in open months. */
  drafts: (Place & { ref: string; team: string | null })[];
  /** Returns of the teams that they lead, in open months, that are not handed in. */
  returns: (Place & { team: string; teamSlug: string; due: number; given: number })[];
  /** Roles of a team that nobody else holds who may sign in, from a day to come or, null, today already. */
  alone: { role: Role; team: string; fromDay: string | null }[];
  /** Those for whom they stand in, or who stand in for them, today or to come. */
  deputies: { head: string; name: string; team: string; fromDay: string; toDay: string }[];
  /** Who could take their teams over. */
  successors: { id: string; name: string }[];
};

/** Of a person of the officer's organisation, in one statement; with nothing of anybody else's. */
export async function getLeaving(actor: PersonActor, personId: string): Promise<Leaving | null> {
  if (!isUuid(personId)) return null;
  const organisationId = actor.organisation.id;
  const today = sql`(now() at time zone ${actor.organisation.timeZone})::date`;
  const { rows } = await database().execute<Leaving>(sql`
    with granted as materialized (select g.*, holding.is_held(g, ${today}) as is_held from role_grant g
      where g.organisation_id = ${organisationId} and g.revoked_at is null and coalesce(g.to_day >= ${today}, true)),
    own as materialized (select g.role, g.team_id, bool_or(g.is_held) as is_held from granted g
      where g.person_id = ${personId} and g.team_id is not null group by g.role, g.team_id),
    open as materialized (select m.scorecard_id, m.month, s.slug, s.name from scorecard_month m join scorecard s on s.id = m.scorecard_id
      where s.organisation_id = ${organisationId} and m.closed_at is null)
    select
      (select coalesce(json_agg(json_build_object('slug', o.slug, 'scorecard', o.name, 'month', to_char(o.month, 'YYYY-MM'), 'ref', i.ref, 'team', t.name)
          order by o.month, o.name, i.ref), '[]')
        from open o join indicator i on i.scorecard_id = o.scorecard_id
        join lateral (select r.* from comment_revision r where r.indicator_id = i.id and r.month = o.month order by r.number desc limit 1) r
          on r.written_by = ${personId} and r.submitted_at is null and r.source = 'person'
        left join lateral (select x.name from holding.team() h join indicator_team it on it.id = h.id join team x on x.id = it.team_id
          where h.indicator_id = i.id and o.month between h.first_month and h.last_month limit 1) t on true) as drafts,
      (select coalesce(json_agg(json_build_object('slug', o.slug, 'scorecard', o.name, 'month', to_char(o.month, 'YYYY-MM'), 'team', t.name,
          'teamSlug', t.slug, 'due', a.due, 'given', a.given) order by o.month, o.name, t.name), '[]')
        from open o cross join lateral holding.asked_of_teams(o.scorecard_id, o.month) a
        join own on own.team_id = a.team_id and own.role = 'team lead' and own.is_held join team t on t.id = a.team_id
        left join lateral (select n.id, (select max(p.reopened_until) from reopening p where p.submission_id = n.id) as until
          from return_submission n where n.scorecard_id = o.scorecard_id and n.month = o.month and n.team_id = t.id
          order by n.submitted_at desc limit 1) n on true
        where n.id is null or n.until > now()) as returns,
      (select coalesce(json_agg(json_build_object('role', own.role, 'team', t.name, 'fromDay', nullif(bare.from_day, ${today}))
          order by own.role, t.name), '[]')
        from own join team t on t.id = own.team_id
        cross join lateral (select lower(datemultirange(daterange(${today}, null))
            - coalesce(range_agg(daterange(g.from_day, g.to_day, '[]')), '{}'::datemultirange)) as from_day
          from granted g join person p on p.id = g.person_id and p.disabled_at is null
          where g.team_id = own.team_id and g.role = own.role and g.person_id <> ${personId}) bare
        where bare.from_day is not null) as alone,
      (select coalesce(json_agg(json_build_object('head', h.name, 'name', p.name, 'team', t.name, 'fromDay', d.from_day, 'toDay', d.to_day)
          order by d.from_day, t.name), '[]')
        from deputy d join person h on h.id = d.head_id join person p on p.id = d.deputy_id join team t on t.id = d.team_id
        where d.organisation_id = ${organisationId} and ${personId} in (d.head_id, d.deputy_id) and d.withdrawn_at is null
          and d.to_day >= ${today}) as deputies,
      (select coalesce(json_agg(json_build_object('id', p.id, 'name', p.name) order by p.name, p.id), '[]')
        from person p where p.disabled_at is null and p.id not in (${personId}, ${actor.person.id})
          and exists (select from own) and exists (select from granted g where g.person_id = p.id)) as successors`);
  return rows[0]!;
}
