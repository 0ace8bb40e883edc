import { sql } from "drizzle-orm";
import { database } from "#db/client";
import { type PersonActor, teamsOf } from "#lib/access/actor";
import type { Month } from "#lib/rules/month";

/** A comment of a published month that is its lead's to write anew, and since when. */
export type GivenBack = { slug: string; ref: string; month: Month; since: string };

/** More than a lead will ever have to write anew at once. */
const most = 100;

/**
 * The comments of published months that came back to a team's leads, the longest ago first: returned, or their approval
 * taken back, and nothing handed in since. Those of open months stand in their returns.
 */
export async function listGivenBack(actor: PersonActor): Promise<GivenBack[]> {
  const teams = teamsOf(actor, "team lead").map(({ id }) => id);
  const { rows } = await database().execute<GivenBack>(sql`
    select s.slug, i.ref, to_char(h.month, 'YYYY-MM') as month, to_json(h.decided_at) as since
    from holding.handed_in(${sql.param(teams)}::uuid[]) h join indicator i on i.id = h.indicator_id join scorecard s on s.id = h.scorecard_id
    where h.kind in ('returned', 'withdrawn') and s.organisation_id = ${actor.organisation.id}
      and exists (select from edition e where e.scorecard_id = h.scorecard_id and e.month = h.month)
    order by h.decided_at, h.month, i.id limit ${most}`);
  return rows;
}
