import pg from "pg";

export type Queue = { queue: string; waiting: number; oldestSeconds: number };

// A comment whose approval lapsed waits too, but since when no column says.
const queues = `
  select 'comments to decide on' as queue, count(*)::int as waiting, coalesce(extract(epoch from now() - min(r.submitted_at)), 0)::float as "oldestSeconds"
  from comment_revision r
  where r.submitted_at is not null and r.withdrawn_at is null
    and not exists (select from comment_decision d where d.revision_id = r.id)
    and not exists (select from comment_revision n where n.comment_id = r.comment_id and n.number > r.number
      and (n.source = 'import' or n.submitted_at is not null and n.withdrawn_at is null))
  union all
  select 'imports to answer', count(*)::int, coalesce(extract(epoch from now() - min(i.read_at)), 0)::float
  from import i where i.committed_at is null
  union all
  select 'entries to cut', count(*)::int, coalesce(extract(epoch from now() - min(e.at)), 0)::float
  from audit.entry e where e.position > coalesce((select c.newest from audit.cut c order by c.number desc limit 1), 0)
  union all
  select 'mail to send', count(*)::int, coalesce(extract(epoch from now() - min(m.written_at)), 0)::float
  from post.mail m where m.sent_at is null and m.given_up_at is null
  union all
  select 'files to make', count(*)::int, coalesce(extract(epoch from now() - min(k.asked_at)), 0)::float
  from files.kept_file k where num_nonnulls(k.made_at, k.cancelled_at, k.failed_at, k.withdrawn_at) = 0
  union all
  select 'cuts to seal', count(*)::int, coalesce(extract(epoch from now() - min(c.taken_at)), 0)::float
  from audit.cut c where c.number > coalesce((select max(h.cut) from audit.head h), 0)`;

const verification = `select extract(epoch from now() - v.ended_at)::float as "ageSeconds", jsonb_array_length(v.wrong) as wrong
  from audit.verification v where v.kind = 'verified' order by v.number desc limit 1`;

const patience = { connectionTimeoutMillis: 1_000, statement_timeout: 5_000, query_timeout: 6_000 };

/** How long ago the trail was verified, and how much was wrong. */
export type LastVerification = { ageSeconds: number; wrong: number };

/**
 * What waits for people and for the worker, and for how long the oldest has; and the last verification, null before the first.
 * Throws when the database cannot be asked.
 */
export async function listQueues(
  connectionString: string,
): Promise<{ queues: Queue[]; verified: LastVerification | null }> {
  const client = new pg.Client({ connectionString, ...patience });
  client.on("error", () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<Queue>(queues);
    const [verified] = (await client.query<LastVerification>(verification)).rows;
    return { queues: rows, verified: verified ?? null };
  } finally {
    await client.end().catch(() => undefined);
  }
}
