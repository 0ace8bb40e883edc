import { sql } from "drizzle-orm";
import { database } from "#db/client";
import type { Role } from "#db/vocabulary";
import type { PersonActor } from "#lib/access/actor";

export type WithoutSecondFactor = { id: string; name: string; roles: Role[] };

/** Who signs in to the organisation by a password alone, by name, with the roles by which a second factor could be wanted of them. */
export async function listWithoutSecondFactor(actor: PersonActor): Promise<WithoutSecondFactor[]> {
  const of = actor.organisation.id;
  const { rows } = await database().execute<WithoutSecondFactor>(
    sql`select p.id, p.name, array_agg(distinct held.role) as roles
      from (
        select g.person_id, g.role from role_grant g where g.organisation_id = ${of} and holding.is_held(g)
        union select s.deputy_id, 'head of service'
        from holding.standing_in(${of}, (now() at time zone ${actor.organisation.timeZone})::date) s) held
      join person p on p.id = held.person_id and p.disabled_at is null
      where access.has_password(p.id) and not access.has_second_factor(p.id)
      group by p.id, p.name order by p.name, p.id`,
  );
  return rows;
}
