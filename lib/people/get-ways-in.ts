import { sql } from "drizzle-orm";
import { database } from "#db/client";
import type { PersonActor } from "#lib/access/actor";
import type { HeldRole } from "#lib/people/queries";

/**
 * How somebody signs in, and as what: whether with a password, and with a code beside it; since when with an account of which
 * issuer; the roles they hold, and those to come.
 */
export type WaysIn = {
  hasPassword: boolean;
  hasSecondFactor: boolean;
  linked: { issuer: string; linkedAt: Date } | null;
  roles: HeldRole[];
};

export async function getWaysIn(actor: PersonActor): Promise<WaysIn> {
  const { id, timeZone } = actor.organisation;
  const today = sql`(now() at time zone ${timeZone})::date`;
  const { rows } = await database().execute<{
    has_password: boolean;
    has_second_factor: boolean;
    issuer: string | null;
    linked_at: string;
    roles: HeldRole[] | null;
  }>(
    sql`select access.has_password(who.id) as has_password, access.has_second_factor(who.id) as has_second_factor, l.issuer, l.linked_at,
        (select jsonb_agg(jsonb_build_object('role', g.role, 'team', t.name, 'toDay', g.to_day,
            'fromDay', case when g.from_day > ${today} then g.from_day end) order by g.role, t.name, g.from_day nulls first)
          from role_grant g left join team t on t.id = g.team_id
          where g.person_id = who.id and g.organisation_id = ${id} and g.revoked_at is null and coalesce(g.to_day >= ${today}, true)) as roles
      from (select ${actor.person.id}::uuid as id) who
      left join openid_link l on l.person_id = who.id and l.ended_at is null
      order by l.linked_at desc limit 1`,
  );
  const { has_password, has_second_factor, issuer, linked_at, roles } = rows[0]!;
  return {
    hasPassword: has_password,
    hasSecondFactor: has_second_factor,
    linked: issuer === null ? null : { issuer, linkedAt: new Date(linked_at) },
    roles: roles ?? [],
  };
}
