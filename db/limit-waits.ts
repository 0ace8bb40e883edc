import pg from "pg";
import { withClient } from "#db/with-client";

/**
 * What a connection of each role waits at most, whoever opens it: psql, a pooler that drops what a client asked for, or a
 * release that forgot to ask. Migrations and backups may take their time; a transaction left open may not.
 */
const waits = {
  web: { statement_timeout: "15s", lock_timeout: "5s", idle_in_transaction_session_timeout: "30s" },
  owner: { lock_timeout: "1min", idle_in_transaction_session_timeout: "10min" },
} as const;

/** Sets the timeouts on the roles themselves, in this database alone. Each role does so for itself, which needs no privilege. */
export async function limitWaits(urls: { owner: string; app?: string; signIn?: string }): Promise<void> {
  const web = [urls.app, urls.signIn].filter((url) => url !== undefined);
  await Promise.all([
    withClient(urls.owner, (client) => limit(client, waits.owner)),
    ...web.map((url) => withClient(url, (client) => limit(client, waits.web))),
  ]);
}

async function limit(client: pg.Client, wanted: Record<string, string>): Promise<void> {
  const { rows } = await client.query<{ role: string; name: string; kept: string[] | null }>(
    `select current_user as role, d.datname as name, s.setconfig as kept from pg_database d
     left join pg_db_role_setting s on s.setdatabase = d.oid and s.setrole = current_user::regrole
     where d.datname = current_database()`,
  );
  const { role, name, kept } = rows[0]!;
  const unkept = Object.entries(wanted).filter(([setting, value]) => !kept?.includes(`${setting}=${value}`));
  // Two starts at once would meet in the same row of the catalogue.
  if (unkept.length > 0) await client.query("select pg_advisory_lock(hashtext('candour waits'))");
  for (const [setting, value] of unkept) {
    const [of, where] = [pg.escapeIdentifier(role), pg.escapeIdentifier(name)];
    await client.query(`alter role ${of} in database ${where} set ${setting} = ${pg.escapeLiteral(value)}`);
  }
}
