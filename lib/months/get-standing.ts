import { sql } from "drizzle-orm";
import { database } from "#db/client";
import { madeOnce } from "#db/made-once";
import type { PersonActor } from "#lib/access/actor";
import { decidingAs, teamIds, waitingCount } from "#lib/commentary/reading/wanted-cells";
import { askedCount, isOverseen, overseenBy } from "#lib/returns/list-reopenings";
import type { Month } from "#lib/rules/month";

/** How a team stands in an open month: its figures, its comments that wait for a decision, and its return. */
export type TeamStanding = {
  slug: string;
  name: string;
  due: number;
  given: number;
  waiting: number;
  /** Since when the first of those waits; null for none. */
  since: string | null;
  submittedAt: string | null;
  isReopened: boolean;
};

/** A scorecard's open month, team by team, those first that most is wanted of. */
export type MonthStanding = {
  scorecard: { slug: string; name: string };
  month: Month;
  figuresDue: string | null;
  commentaryDue: string | null;
  teams: TeamStanding[];
};

/** What waits for whoever decides, reopens and keeps the months, and since when. */
export type Standing = {
  asked: number;
  /** Redactions that others proposed, for who may confirm them. */
  toConfirm: number;
  waiting: number;
  since: string | null;
  months: MonthStanding[];
};

/** How many of a scorecard's open months are looked at, the last ones. */
const shown = 3;

/**
 * What home says to heads of service, of their teams, and to who keeps or audits the months, of all: how the last open
 * months come in, how many comments wait and since when, and how many returns are asked to be reopened. In one statement.
 */
export async function getStanding(actor: PersonActor): Promise<Standing> {
  const [standing] = await askStanding(database(), {}, { ...decidingAs(actor), ...overseenBy(actor) });
  return standing!;
}

const askStanding = madeOnce((db) =>
  db
    .select({
      asked: sql<number>`asked`,
      toConfirm: sql<number>`to_confirm`,
      waiting: sql<number>`waiting`,
      since: sql<string | null>`since`,
      months: sql<MonthStanding[]>`months`,
    })
    .from(sql`(
    with handed_in as materialized (select * from holding.handed_in(array(select t.id from team t
        where ${ofTeams} or t.id = any(${teamIds}))) h where h.since is not null),
      waits as materialized (select h.scorecard_id, h.month, h.team_id, count(*) as waiting, min(h.since) as since from handed_in h group by 1, 2, 3)
    select (${askedCount(db)}) as asked, (${toConfirm}) as to_confirm, w.waiting, to_json(w.since) as since, (${openMonths}) as months
    from (${waitingCount(sql`handed_in`)}) w) as standing`),
);

const toConfirm = sql`
  select count(*)::int from redaction r where r.organisation_id = ${sql.placeholder("organisation")} and r.proposed_by <> ${sql.placeholder("person")}
    and num_nonnulls(r.confirmed_at, r.refused_at, r.withdrawn_at) = 0`;

const ofTeams = sql`t.organisation_id = ${sql.placeholder("organisation")} and ${isOverseen(sql`t.id`)}`;

const openMonths = sql`
  select coalesce(json_agg(json_build_object('scorecard', json_build_object('slug', o.slug, 'name', o.name),
      'month', to_char(o.month, 'YYYY-MM'), 'figuresDue', o.figures_due, 'commentaryDue', o.commentary_due, 'teams', c.teams)
      order by o.name, o.slug, o.month), '[]')
  from (select m.*, s.slug, s.name, row_number() over (partition by m.scorecard_id order by m.month desc) as back
    from scorecard_month m join scorecard s on s.id = m.scorecard_id
    where s.organisation_id = ${sql.placeholder("organisation")} and m.closed_at is null) o
  join lateral (select json_agg(json_build_object('slug', t.slug, 'name', t.name, 'due', a.due, 'given', a.given,
      'waiting', coalesce(w.waiting, 0), 'since', w.since,
      'submittedAt', n.submitted_at, 'isReopened', coalesce(n.reopened_until > now(), false))
      order by a.due - a.given desc, t.name, t.id) as teams
    from holding.asked_of_teams(o.scorecard_id, o.month) a join team t on t.id = a.team_id
    left join waits w on (w.scorecard_id, w.month, w.team_id) = (o.scorecard_id, o.month, t.id)
    left join lateral (select s.submitted_at, (select r.reopened_until from reopening r
          where r.submission_id = s.id and r.reopened_at is not null order by r.reopened_at desc limit 1) as reopened_until
      from return_submission s where s.scorecard_id = o.scorecard_id and s.month = o.month and s.team_id = t.id
      order by s.submitted_at desc limit 1) n on true
    where ${ofTeams}) c on c.teams is not null
  where o.back <= ${sql.raw(String(shown))}`;
