import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import pg from "pg";

const folder = new URL("../drizzle/", import.meta.url);
const hashOf = (text: string) => createHash("sha256").update(text).digest("hex");

async function migrationFiles() {
  const names = (await readdir(folder)).filter((name) => name.endsWith(".sql")).sort();
  return Promise.all(names.map(async (name) => ({ name, text: await readFile(new URL(name, folder), "utf8") })));
}

async function runFile(client: pg.Client, file: { name: string; text: string }) {
  await client.query("begin");
  const door = await client.query("select to_regprocedure('audit.begin_migration(text)') is not null as there");
  if (door.rows[0].there) await client.query("select audit.begin_migration($1)", [file.name]);
  for (const statement of file.text.split("--> statement-breakpoint")) await client.query(statement);
  await client.query("insert into public.migration (name, hash) values ($1, $2)", [file.name, hashOf(file.text)]);
  await client.query("commit");
}

async function grant(client: pg.Client, roles: { app: string; signIn: string }) {
  const text = await readFile(new URL("grants.sql", import.meta.url), "utf8");
  const named = text
    .replaceAll("{app}", pg.escapeIdentifier(roles.app))
    .replaceAll("{sign_in}", pg.escapeIdentifier(roles.signIn));
  const database = (await client.query("select current_database() as name")).rows[0].name;
  await client.query("begin");
  await client.query(named);
  await client.query(`revoke temporary on database ${pg.escapeIdentifier(database)} from public`);
  await client.query("commit");
}

/**
 * Runs the migrations that have not run on this database, in the order of their names, then says the grants again.
 * Safe to run from several processes at once. `roles` are the login names of the web and of sign-in; without them
 * (one connection string for everything) nothing is granted, because the owner may do all.
 */
export async function migrate(ownerUrl: string, roles?: { app: string; signIn: string }): Promise<string[]> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query("select pg_advisory_lock(hashtext('candour migrations'))");
    await client.query(
      "create table if not exists public.migration (name text primary key, hash text not null, run_at timestamptz not null default now())",
    );
    const done = new Map(
      (await client.query("select name, hash from public.migration")).rows.map((r) => [r.name, r.hash]),
    );
    const ran: string[] = [];
    for (const file of await migrationFiles()) {
      const hash = done.get(file.name);
      if (hash === undefined) {
        await runFile(client, file);
        ran.push(file.name);
      } else if (hash !== hashOf(file.text)) {
        throw new Error(`The migration ${file.name} ran on this database with other contents than it has now.`);
      }
    }
    if (roles) await grant(client, roles);
    return ran;
  } finally {
    await client.end();
  }
}
