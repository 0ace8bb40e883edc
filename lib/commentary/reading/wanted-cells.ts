import { type SQL, sql } from "drizzle-orm";
import { holdingOf } from "#lib/indicators/holding";

type Teams = readonly { id: string }[];

// Every list stands by itself (materialized), so that no cell but those of these teams is asked what holds there.

/**
 * The cells of these teams in which words were handed in, with the newest of them and the newest decision on those; and
 * `stands`, of an approval: nothing that is judged is another than it was. Whether it lapsed is for the rule to say.
 */
const handedIn = (teams: Teams): SQL => {
  const ids = sql`any(${sql.param(teams.map(({ id }) => id))}::uuid[])`;
  return sql`
    own as materialized (
      select i.id as indicator_id, i.scorecard_id,
        (select max(greatest(d.set_at, d.withdrawn_at, d.ended_at)) from indicator_definition d where d.indicator_id = i.id) as defined_at
      from indicator i where i.id in (select t.indicator_id from indicator_team t where t.team_id = ${ids})),
    theirs as materialized (
      select o.indicator_id, indicator_team.first_month, indicator_team.last_month
      from own o join ${holdingOf("team", sql`o.indicator_id`)} on indicator_team.team_id = ${ids}),
    bands as materialized (
      select band_set.id, band_set.indicator_id, band_set.first_month, band_set.last_month
      from own o join ${holdingOf("band_set", sql`o.indicator_id`)} on true),
    words as materialized (
      select scorecard_label_set.label_set_id, o.scorecard_id, scorecard_label_set.first_month, scorecard_label_set.last_month
      from (select distinct scorecard_id from own) o join ${holdingOf("label_set", sql`o.scorecard_id`)} on true),
    newest as materialized (
      select distinct on (r.indicator_id, r.month) r.id, r.indicator_id, r.month, r.submitted_at, o.scorecard_id, o.defined_at
      from own o join comment_revision r on r.indicator_id = o.indicator_id
      join theirs t on t.indicator_id = r.indicator_id and r.month between t.first_month and t.last_month
      join scorecard_month m on m.scorecard_id = o.scorecard_id and m.month = r.month
      where r.source = 'import' or (r.submitted_at is not null and r.withdrawn_at is null)
      order by r.indicator_id, r.month, r.number desc),
    decided as materialized (
      select distinct on (d.revision_id) d.*
      from own o join comment_decision d on d.indicator_id = o.indicator_id
      order by d.revision_id, d.decided_at desc),
    handed_in as materialized (
      select n.indicator_id, n.month, n.scorecard_id, n.submitted_at, d.kind, d.decided_at,
        d.actual_version is not distinct from a.version and l.label_set_id is not null
          and (b.id is not null or d.band_set_id is null and not exists (
            select from bands o where o.indicator_id = n.indicator_id and n.month between o.first_month and o.last_month))
          and (n.defined_at > d.decided_at) is not true as stands
      from newest n left join decided d on d.revision_id = n.id
      left join lateral (select a.version from actual a
        where a.indicator_id = n.indicator_id and a.month = n.month offset 0) a on true
      left join bands b on b.id = d.band_set_id and b.indicator_id = n.indicator_id and n.month between b.first_month and b.last_month
      left join words l on l.label_set_id = d.label_set_id and l.scorecard_id = n.scorecard_id and n.month between l.first_month and l.last_month)`;
};

/** Submitted and not decided on. */
const isSubmitted = sql`(kind is null and submitted_at is not null)`;
/** Approved, of what may have changed since. */
const mayHaveLapsed = sql`(kind = 'approved' and not stands)`;

/** How many comments were submitted to the head of service of these teams, and the cells of which an approval may have lapsed. */
export const waitingCells = (teams: Teams): SQL => sql`
  with ${handedIn(teams)} select count(*) filter (where ${isSubmitted})::int as submitted,
    coalesce(json_agg(json_build_object('indicatorId', indicator_id, 'month', month)) filter (where ${mayHaveLapsed}), '[]') as doubtful
  from handed_in`;

/** Cells that are known, as `wanted`. */
export const theseCells = (cells: readonly { indicatorId: string; month: string }[]): SQL => sql`
  select c."indicatorId" as indicator_id, c.month from json_to_recordset(${JSON.stringify(cells)}::json) as c("indicatorId" uuid, month date)`;

/** How many comments that wait stand on one page. */
export const waitingOnPage = 50;

/** How many decided comments stand on one page, of those approved and of those back with their leads. */
export const decidedOnPage = 20;

/** Why a cell was found for the page of approvals. */
export type Found = {
  /** Its place among those that were submitted or of which an approval may have lapsed, the longest waiting first. */
  queued: number | null;
  /** How many of those were submitted, and since when the first of them waits. */
  submitted: number;
  since: string | null;
  /** Whether it is on the page asked for, of the comments decided on within a year. */
  isListed: boolean;
  /** How many of its kind those are. */
  among: number | null;
  /** Whether it is one of them, on whichever page. */
  isOfYear: boolean;
};

// Refs by their numbers, 2.10 after 2.9.
const byRef = sql`(select array_agg(lpad(part[1], 12, '0')) from regexp_matches(i.ref, '[0-9]+|[^0-9]+', 'g') part)`;

/**
 * What waits on a page, with the first of it, and all of which an approval may have lapsed, as only the rule can say; a
 * page of the comments decided on within a year, the newest decision first; and the cells of some revisions wherever they
 * stand. Each as `Found`. As many of those that may have lapsed did not, so far those that wait move up: so many more are found.
 */
export const approvalCells = (teams: Teams, { page, revisions }: { page: number; revisions: readonly string[] }): SQL =>
  sql`with ${handedIn(teams)},
    queue as materialized (
      select h.indicator_id, h.month, h.submitted_at, ${isSubmitted} as is_submitted,
        row_number() over (order by h.submitted_at, ${byRef}, h.month, h.indicator_id) as place
      from handed_in h join indicator i on i.id = h.indicator_id where ${isSubmitted} or ${mayHaveLapsed}),
    queues as materialized (
      select count(*) filter (where is_submitted)::int as submitted, count(*) filter (where not is_submitted) as doubtful,
        min(submitted_at) filter (where is_submitted) as since from queue),
    of_a_year as materialized (
      select h.indicator_id, h.month, count(*) over (partition by h.kind = 'approved') as among,
        row_number() over (partition by h.kind = 'approved' order by h.decided_at desc, h.indicator_id, h.month) as place
      from handed_in h join (select scorecard_id, max(month) - interval '12 months' as before from scorecard_month
          where scorecard_id in (select scorecard_id from own) group by 1) year
        on year.scorecard_id = h.scorecard_id and h.month > year.before where h.kind is not null),
    every as (
      select indicator_id, month from queue, queues where place = 1 or not is_submitted
        or place > ${(page - 1) * waitingOnPage} and place <= ${page * waitingOnPage} + doubtful
      union select indicator_id, month from of_a_year where (place - 1) / ${decidedOnPage} = ${page - 1}
      union select r.indicator_id, r.month from comment_revision r
        join theirs t on t.indicator_id = r.indicator_id and r.month between t.first_month and t.last_month
        where r.id = any(${sql.param([...revisions])}::uuid[]) and (r.submitted_at is not null or r.source = 'import'))
    select indicator_id, month, q.place::int as queued, queues.submitted, queues.since, y.among::int as among,
      y.place is not null as is_of_year, coalesce((y.place - 1) / ${decidedOnPage} = ${page - 1}, false) as is_listed
    from every cross join queues left join queue q using (indicator_id, month) left join of_a_year y using (indicator_id, month) offset 0`;

/** The columns of `Found`. */
export const foundColumns = sql<Found>`json_build_object('queued', wanted.queued, 'submitted', wanted.submitted,
  'since', wanted.since, 'isListed', wanted.is_listed, 'among', wanted.among, 'isOfYear', wanted.is_of_year)`;
