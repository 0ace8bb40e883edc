import { sql } from "drizzle-orm";
import { database } from "#db/client";
import type { PersonActor } from "#lib/access/actor";

/** How somebody signs in: whether with a password, and with a code beside it; since when with an account of which issuer. */
export type WaysIn = {
  hasPassword: boolean;
  hasSecondFactor: boolean;
  linked: { issuer: string; linkedAt: Date } | null;
};

export async function getWaysIn(actor: PersonActor): Promise<WaysIn> {
  const { rows } = await database().execute<{
    has_password: boolean;
    has_second_factor: boolean;
    issuer: string | null;
    linked_at: string;
  }>(
    sql`select access.has_password(who.id) as has_password, access.has_second_factor(who.id) as has_second_factor, l.issuer, l.linked_at
      from (select ${actor.person.id}::uuid as id) who
      left join openid_link l on l.person_id = who.id and l.ended_at is null
      order by l.linked_at desc limit 1`,
  );
  const { has_password, has_second_factor, issuer, linked_at } = rows[0]!;
  return {
    hasPassword: has_password,
    hasSecondFactor: has_second_factor,
    linked: issuer === null ? null : { issuer, linkedAt: new Date(linked_at) },
  };
}
