import { sql } from "drizzle-orm";
import { database } from "#db/client";
import type { MailKind } from "#db/vocabulary";
import type { PersonActor } from "#lib/access/actor";

/** What could not be sent, to whom. */
export type GivenUpMail = { id: string; kind: MailKind; personId: string; name: string };
export type MailStanding = { waiting: number; failing: number; givenUp: GivenUpMail[] };

const shown = 10;

/** Of an organisation: how many wait, how many of them were tried in vain, and the newest that were given up and that nothing made up for. */
export async function getMailStanding(actor: PersonActor): Promise<MailStanding> {
  const { rows } = await database().execute<MailStanding>(
    sql`with own as (select id, person_id, kind, of_row, written_at, sent_at, given_up_at, why from post.mail
        where organisation_id = ${actor.organisation.id}),
      given_up as (select o.id, o.kind, o.person_id, p.name, o.given_up_at from own o join person p on p.id = o.person_id
        where o.given_up_at > now() - interval '30 days'
          and not exists (select from own n where n.person_id = o.person_id and n.kind = o.kind and n.written_at > o.written_at)
          and (o.kind <> 'invitation' or exists (select from invitation i
            where i.id = o.of_row and i.accepted_at is null and i.expires_at > now()))
        order by o.given_up_at desc limit ${shown})
      select count(*) filter (where sent_at is null and given_up_at is null)::int as waiting,
        count(*) filter (where sent_at is null and given_up_at is null and why is not null)::int as failing,
        coalesce((select jsonb_agg(jsonb_build_object('id', g.id, 'kind', g.kind, 'personId', g.person_id, 'name', g.name)
          order by g.given_up_at desc) from given_up g), '[]') as "givenUp"
      from own`,
  );
  return rows[0]!;
}
