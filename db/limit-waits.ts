import pg from "pg";

/**
 * What a connection of each role waits at most, whoever opens it: psql, a pooler that drops what a client asked for, or a
 * release that forgot to ask. Migrations and backups may take their time; a transaction left open may not.
 */
const waits = {
  web: { statement_timeout: "15s", lock_timeout: "5s", idle_in_transaction_session_timeout: "30s" },
  owner: { lock_timeout: "1min", idle_in_transaction_session_timeout: "10min" },
} as const;

/** Sets the timeouts on the role itself, in this database alone. Each role does so for itself, which needs no privilege. */
export async function limitWaits(client: pg.Client, whose: keyof typeof waits): Promise<void> {
  const { rows } = await client.query<{ role: string; name: string; kept: string[] | null }>(
    `select current_user as role, d.datname as name, s.setconfig as kept from pg_database d
     left join pg_db_role_setting s on s.setdatabase = d.oid and s.setrole = current_user::regrole
     where d.datname = current_database()`,
  );
  const { role, name, kept } = rows[0]!;
  const unkept = Object.entries(waits[whose]).filter(([setting, value]) => !kept?.includes(`${setting}=${value}`));
  if (unkept.length === 0) return;
  const [of, where] = [pg.escapeIdentifier(role), pg.escapeIdentifier(name)];
  await client.query("begin");
  // Two roles, or two starts, would meet in the same row of the catalogue.
  await client.query("select pg_advisory_xact_lock(hashtext('candour waits'))");
  for (const [setting, value] of unkept)
    await client.query(`alter role ${of} in database ${where} set ${setting} = ${pg.escapeLiteral(value)}`);
  await client.query("commit");
}
