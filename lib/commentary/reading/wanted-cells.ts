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
      left join actual a on a.indicator_id = n.indicator_id and a.month = n.month
      left join bands b on b.id = d.band_set_id and b.indicator_id = n.indicator_id and n.month between b.first_month and b.last_month
      left join words l on l.label_set_id = d.label_set_id and l.scorecard_id = n.scorecard_id and n.month between l.first_month and l.last_month)`;
};

const mayWait = sql`(kind is null and submitted_at is not null or kind = 'approved' and not stands)`;

/** The cells of which a comment may wait for the head of service of these teams. */
export const waitingCells = (teams: Teams): SQL => sql`
  with ${handedIn(teams)} select indicator_id, month from handed_in where ${mayWait} offset 0`;

/** How many decided comments stand on one page, of those approved and of those back with their leads. */
export const decidedOnPage = 20;

/** Why a cell was found for the page of approvals. */
export type Found = {
  /** Whether it is on the page asked for, of the comments decided on within a year. */
  isListed: boolean;
  /** How many of its kind those are. */
  among: number | null;
  /** Whether it is one of them, on whichever page. */
  isOfYear: boolean;
};

/**
 * The same, with a page of the comments decided on within a year, the newest decision first, and the cells of some
 * revisions wherever they stand; each as `Found`.
 */
export const approvalCells = (teams: Teams, { page, revisions }: { page: number; revisions: readonly string[] }): SQL =>
  sql`with ${handedIn(teams)},
    of_a_year as materialized (
      select h.indicator_id, h.month, count(*) over (partition by h.kind = 'approved') as among,
        row_number() over (partition by h.kind = 'approved' order by h.decided_at desc, h.indicator_id, h.month) as place
      from handed_in h where h.kind is not null and h.month > (
        select max(m.month) - interval '12 months' from scorecard_month m where m.scorecard_id = h.scorecard_id)),
    every as (
      select indicator_id, month from handed_in where ${mayWait}
      union select indicator_id, month from of_a_year where (place - 1) / ${decidedOnPage} = ${page - 1}
      union select r.indicator_id, r.month from comment_revision r
        join theirs t on t.indicator_id = r.indicator_id and r.month between t.first_month and t.last_month
        where r.id = any(${sql.param([...revisions])}::uuid[]) and (r.submitted_at is not null or r.source = 'import'))
    select indicator_id, month, y.among::int as among, y.place is not null as is_of_year,
      coalesce((y.place - 1) / ${decidedOnPage} = ${page - 1}, false) as is_listed
    from every left join of_a_year y using (indicator_id, month) offset 0`;

/** The columns of `Found`. */
export const foundColumns = sql<Found>`json_build_object(
  'isListed', wanted.is_listed, 'among', wanted.among, 'isOfYear', wanted.is_of_year)`;
