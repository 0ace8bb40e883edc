import { readFileSync, realpathSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { findPostmaster } from "#db/embedded/postmaster";
import { installation } from "#e2e/installation";

/** What the superuser of this worker's own PostgreSQL does to it. */
export async function onServer(...statements: string[]): Promise<void> {
  const folder = realpathSync(installation.dataFolder);
  const client = new pg.Client({
    host: "127.0.0.1",
    port: findPostmaster(join(folder, "database"))?.port,
    user: "postgres",
    password: readFileSync(join(folder, "secrets", "database-superuser"), "utf8"),
    database: "postgres",
  });
  await client.connect();
  try {
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
}

/** Ends every connection of Candour's and refuses new ones, as when PostgreSQL is stopped. */
export const takeDatabaseAway = () =>
  onServer(
    "alter database candour allow_connections false",
    "select pg_terminate_backend(pid) from pg_stat_activity where datname = 'candour'",
  );

export const bringDatabaseBack = () => onServer("alter database candour allow_connections true");
