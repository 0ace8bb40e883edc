import type pg from "pg";
import { SetUpError } from "#db/set-up-error";

const inTheWay = `
  select pid, usename, application_name, client_addr, coalesce(xact_start, state_change) as since
  from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()
    and (xact_start is not null or pid in (select pid from pg_locks where locktype = 'advisory' and granted))
  order by since limit 3`;

/** Runs what waits for locks, and where it waited longer than the connection's patience, says for whom. Throws `SetUpError`. */
export async function sayingForWhom<T>(client: pg.Client, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if ((error as { code?: string }).code !== "55P03") throw error;
    await client.query("rollback");
    const { rows } = await client.query(inTheWay);
    const whom = rows.map(
      ({ pid, usename, application_name, client_addr, since }) =>
        `${usename}${client_addr ? ` from ${client_addr}` : ""}${application_name ? ` (${application_name})` : ""}, process ${pid}, since ${since.toISOString()}`,
    );
    throw new SetUpError(
      `The migrations waited too long for others to be done with the database: ${whom.join("; ") || "nobody any more"}. ` +
        "End them, or wait, and start again. What had not run was not begun.",
    );
  }
}
