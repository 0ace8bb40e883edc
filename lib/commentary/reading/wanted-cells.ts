import { type SQL, sql } from "drizzle-orm";
import { decidedTeams, type PersonActor } from "#lib/access/actor";
import { holdingIn } from "#lib/indicators/holding";
import type { Month } from "#lib/rules/month";
import { dayAsked } from "#lib/scorecards/month-scope";

/** Of what waits, a part: of a month, of a team, of a scorecard. */
export type QueueFilters = { month?: Month; team?: string; scorecard?: string };

/** What is asked of the page of approvals; `later` are revisions put off, `revisions` those looked for wherever they stand. */
export type AskedApprovals = {
  page: number;
  filters: QueueFilters;
  later: readonly string[];
  revisions: readonly string[];
};

/** As who somebody decides, to ask a query with: their teams, those of them for which they stand in, and for whom, in that order. */
export const decidingAs = (actor: PersonActor) => ({
  deciding: decidedTeams(actor).map(({ id }) => id),
  person: actor.person.id,
  standing: (actor.standsFor ?? []).map(({ team }) => team.id),
  heads: (actor.standsFor ?? []).map(({ head }) => head.id),
});

const uuids = (name: string) => sql`${sql.placeholder(name)}::uuid[]`;

/** The teams whose comments are decided on by whom a query is asked for, `decidingAs`. */
export const teamIds = uuids("deciding");

/** Somebody's own words, and of teams for which they stand in the words of whom they stand for. */
const isOwn = sql`(exists (select from holding.words_of(h.revision_id, ${sql.placeholder("person")})) or exists (select
    from unnest(${uuids("standing")}, ${uuids("heads")}) s (team, head) cross join lateral holding.words_of(h.revision_id, s.head)
    where s.team = h.team_id))`;

/** Of what waits, `h`, how many comments wait for a head of service, and since when the first does; their own words wait for another. */
export const waitingCount = (waits: SQL): SQL =>
  sql`select count(*)::int as waiting, min(h.since) as since from ${waits} h where h.team_id = any(${teamIds}) and not ${isOwn}`;

/** How many comments that wait stand on one page. */
export const waitingOnPage = 50;

/** How many decided comments stand on one page, of those approved and of those back with their leads; and of one's own words. */
export const decidedOnPage = 20;

/** Of one month, team and scorecard: how many comments wait, and how many were handed in at all. */
export type QueueGroup = {
  month: Month;
  team: { slug: string; name: string };
  scorecard: { slug: string; name: string };
  waiting: number;
  total: number;
};

/** What the whole queue holds. */
export type FoundQueue = { waiting: number; lapsed: number; since: string | null; own: number; groups: QueueGroup[] };

/** Why a cell was found for the page of approvals. */
export type Found = {
  /** The whole queue, with one of its cells. */
  queue: FoundQueue | null;
  /** Its place among those that wait and were asked for, and how many these are. */
  place: number | null;
  asked: number;
  isLater: boolean;
  /** Whether it is among one's own words, that wait for another. */
  isOwn: boolean;
  /** Whether it is on the page asked for, of the comments decided on within a year. */
  isListed: boolean;
  /** How many of its kind those are. */
  among: number | null;
};

// Refs by their numbers, 2.10 after 2.9.
const byRef = sql`(select array_agg(lpad(part[1], 12, '0')) from regexp_matches(i.ref, '[0-9]+|[^0-9]+', 'g') part)`;

/** What a query of `approvalCells` is asked with. */
export const approvalsAsked = (actor: PersonActor, { page, filters, later, revisions }: AskedApprovals) => ({
  ...decidingAs(actor),
  month: filters.month ? `${filters.month}-01` : null,
  team: filters.team ?? null,
  scorecard: filters.scorecard ?? null,
  before: page - 1,
  later,
  revisions,
});

const [page, later] = [sql`${sql.placeholder("before")}::int`, uuids("later")];
const [onWaiting, onDecided] = [sql.raw(String(waitingOnPage)), sql.raw(String(decidedOnPage))];
const isAny = (column: SQL, name: string) =>
  sql`(${sql.placeholder(name)}::text is null or ${column} = ${sql.placeholder(name)})`;
const isAsked = sql`((${dayAsked("month")} is null or w.month = ${dayAsked("month")})
  and ${isAny(sql`w.team`, "team")} and ${isAny(sql`w.scorecard`, "scorecard")})`;

/**
 * What waits on a page, the oldest month first, within it by team and the worst grade first, so on all pages, what was put
 * off last; the first cell of the whole queue, which says how much it holds; one's own words; a page of the comments decided on within a year, the newest decision
 * first; and the cells of some revisions wherever they stand. Each as `Found`, of what is asked with `approvalsAsked`.
 */
export const approvalCells = sql`
  with handed_in as materialized (
    select h.*, t.slug as team, t.name as team_name, s.slug as scorecard, s.name as scorecard_name,
      h.since is not null and ${isOwn} as is_own
    from holding.handed_in(${teamIds}) h join team t on t.id = h.team_id join scorecard s on s.id = h.scorecard_id),
  waiting as materialized (
    select w.*, w.revision_id = any(${later}) as is_later, ${isAsked} as is_asked,
      row_number() over (partition by ${isAsked} order by coalesce(array_position(${later}, w.revision_id), 0),
        w.month, w.team_name, w.scorecard_name, e.grade desc nulls last, ${byRef}, w.indicator_id) as place,
      row_number() over (order by w.month, w.indicator_id) as overall
    from handed_in w join indicator i on i.id = w.indicator_id
    left join actual a on a.indicator_id = w.indicator_id and a.month = w.month
    cross join lateral holding.earned(w.indicator_id, w.month, a.value) e where w.since is not null and not w.is_own),
  groups as (
    select month, team, team_name, scorecard, scorecard_name, count(*) filter (where since is not null and not is_own) as waiting,
      count(*) filter (where submitted_at is not null and not is_own) as total
    from handed_in group by 1, 2, 3, 4, 5),
  queue as materialized (
    select json_build_object('waiting', count(*), 'lapsed', count(*) filter (where w.kind is not null), 'since', min(w.since),
      'own', (select count(*) from handed_in where is_own),
      'groups', (select coalesce(json_agg(json_build_object('month', to_char(g.month, 'YYYY-MM'), 'team', json_build_object('slug', g.team, 'name', g.team_name),
        'scorecard', json_build_object('slug', g.scorecard, 'name', g.scorecard_name), 'waiting', g.waiting, 'total', g.total)
        order by g.month, g.team_name, g.scorecard_name), '[]') from groups g where g.waiting > 0)) as whole,
      count(*) filter (where w.is_asked) as asked
    from waiting w),
  of_a_year as materialized (
    select h.indicator_id, h.month, count(*) over (partition by h.kind = 'approved') as among,
      row_number() over (partition by h.kind = 'approved' order by h.decided_at desc, h.indicator_id, h.month) as place
    from handed_in h join (select scorecard_id, max(month) - interval '12 months' as before from scorecard_month
        where scorecard_id in (select scorecard_id from handed_in) group by 1) year
      on year.scorecard_id = h.scorecard_id and h.month > year.before where h.kind is not null and h.since is null),
  own as (select indicator_id, month from handed_in where is_own order by month, indicator_id limit ${onDecided}),
  every as (
    select indicator_id, month from waiting where overall = 1
      or is_asked and (place - 1) / ${onWaiting} = ${page}
    union select indicator_id, month from own
    union select indicator_id, month from of_a_year where (place - 1) / ${onDecided} = ${page}
    union select r.indicator_id, r.month from comment_revision r
      join ${holdingIn("team", sql`r.indicator_id`, sql`r.month`)} on indicator_team.team_id = any(${teamIds})
      where r.id = any(${uuids("revisions")}) and (r.submitted_at is not null or r.source = 'import'))
  select indicator_id, month, case when w.overall = 1 then queue.whole end as queue,
    case when w.is_asked and (w.place - 1) / ${onWaiting} = ${page} then w.place::int end as place, queue.asked::int as asked,
    coalesce(w.is_later, false) as is_later, exists (select from own o where (o.indicator_id, o.month) = (every.indicator_id, every.month)) as is_own,
    y.among::int as among, coalesce((y.place - 1) / ${onDecided} = ${page}, false) as is_listed
  from every cross join queue left join waiting w using (indicator_id, month) left join of_a_year y using (indicator_id, month) offset 0`;

/** The columns of `Found`. */
export const foundColumns = sql<Found>`json_build_object('queue', wanted.queue, 'place', wanted.place, 'asked', wanted.asked,
  'isLater', wanted.is_later, 'isOwn', wanted.is_own, 'isListed', wanted.is_listed, 'among', wanted.among)`;
