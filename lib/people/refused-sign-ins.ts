import { sql } from "drizzle-orm";
import { database } from "#db/client";
import type { PersonActor } from "#lib/access/actor";

export type RefusedSignIns = { attempts: number; at: Date; code: string; agent: string | null };

const refusedOf = (personId: string) =>
  sql`from audit.entry e join audit.action a on a.id = e.action
    where e.person = ${personId} and e.verb = 'session.start' and e.operation = 'refused'`;

/** The newest sign-ins to one's own account that were refused, with how many a line stands for. */
export async function listRefusedSignIns(actor: PersonActor): Promise<RefusedSignIns[]> {
  const { rows } = await database().execute<RefusedSignIns & { at: string }>(
    sql`select (e.after ->> 'attempts')::int as attempts, e.at, a.code, a.agent ${refusedOf(actor.person.id)}
      order by e.position desc limit 10`,
  );
  return rows.map((row) => ({ ...row, at: new Date(row.at) }));
}

/** How many sign-ins to an account were refused since the one before the newest began; null where there was none before. */
export async function countRefusedSince(personId: string): Promise<{ attempts: number; since: Date } | null> {
  const { rows } = await database().execute<{ attempts: number; since: string | null }>(
    sql`select before.since, (select coalesce(sum((e.after ->> 'attempts')::int), 0)::int ${refusedOf(personId)} and e.at > before.since) as attempts
      from (select max(s.started_at) as since from session s where s.person_id = ${personId}
        and s.started_at < (select max(started_at) from session where person_id = ${personId})) before`,
  );
  const [found] = rows;
  return found?.since ? { attempts: found.attempts, since: new Date(found.since) } : null;
}
