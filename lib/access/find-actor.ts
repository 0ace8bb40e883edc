import { appPool } from "#db/client";
import type { Origin, PersonActor } from "#lib/access/actor";
import { notePerson } from "#lib/access/asking";

// In one round trip: who it is, and at most once a minute that they were seen.
const findAndTouch = `
  with found as materialized (select access.actor($1) as actor),
  touched as (
    insert into session_touch (session_id, touched_at)
    select (actor ->> 'sessionId')::uuid, now() from found
    where actor is not null and not exists (
      select from session_touch t
      where t.session_id = (actor ->> 'sessionId')::uuid and t.touched_at > now() - interval '1 minute')
    on conflict (session_id) do update set touched_at = excluded.touched_at)
  select actor from found`;

/** The person behind a session's token with the roles they hold now, or null when the session is not live. */
export async function findActor(token: string, origin: Origin): Promise<PersonActor | null> {
  const { rows } = await appPool().query(findAndTouch, [token]);
  if (rows[0].actor) notePerson(rows[0].actor.person.id);
  return rows[0].actor && { ...rows[0].actor, token, origin };
}
