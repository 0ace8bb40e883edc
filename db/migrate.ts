import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import pg from "pg";
import { grantsOfVerbs, sayVerbs } from "#db/say-verbs";
import { sayingForWhom } from "#db/saying-for-whom";
import { SetUpError } from "#db/set-up-error";
import { withClient } from "#db/with-client";

/** A database on which other migrations ran than those of this version, by name or by contents. */
export class OtherMigrations extends SetUpError {
  constructor(names: readonly string[]) {
    super(
      `On this database ran migrations that this version of Candour does not have, or has with other contents: ${names.join(", ")}. ` +
        "Start the version that it was made with, or a newer one, or give another database. Nothing was changed.",
    );
  }
}

const folder = new URL("../drizzle/", import.meta.url);
const hashOf = (text: string) => createHash("sha256").update(text).digest("hex");

async function migrationFiles() {
  const names = (await readdir(folder)).filter((name) => name.endsWith(".sql")).sort();
  return Promise.all(names.map(async (name) => ({ name, text: await readFile(new URL(name, folder), "utf8") })));
}

type File = Awaited<ReturnType<typeof migrationFiles>>[number];

/** The names of those that ran. Throws `OtherMigrations`. */
async function ranBefore(client: pg.Client, files: readonly File[]): Promise<Set<string>> {
  const { rows } = await client.query<{ name: string; hash: string }>(
    "select name, hash from public.migration order by name",
  );
  const here = new Map(files.map(({ name, text }) => [name, hashOf(text)]));
  const others = rows.filter(({ name, hash }) => here.get(name) !== hash);
  if (others.length > 0) throw new OtherMigrations(others.map(({ name }) => name));
  return new Set(rows.map(({ name }) => name));
}

async function runFile(client: pg.Client, file: File) {
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
    .replace("{writes}", grantsOfVerbs("{app}"))
    .replaceAll("{app}", pg.escapeIdentifier(roles.app))
    .replaceAll("{sign_in}", pg.escapeIdentifier(roles.signIn));
  const database = (await client.query("select current_database() as name")).rows[0].name;
  await client.query("begin");
  await client.query(named);
  await client.query(`revoke temporary on database ${pg.escapeIdentifier(database)} from public`);
  await client.query("commit");
  await requireNoTemporary(client, [roles.app, roles.signIn]);
}

/** Who may make temporary objects may put types in the way of the trail's functions. Throws `SetUpError`. */
async function requireNoTemporary(client: pg.Client, logins: readonly string[]) {
  const { rows } = await client.query(
    "select login from unnest($1::text[]) login where has_database_privilege(login, current_database(), 'TEMPORARY')",
    [logins],
  );
  if (rows.length === 0) return;
  const names = rows.map(({ login }) => login).join(" and ");
  throw new SetUpError(
    `${names} may make temporary tables in this database, which Candour does not serve with. As the owner of the database: revoke temporary on database ... from public, ${names}.`,
  );
}

/** Whoever migrates waits a minute for locks at most. */
export const patience = { lock_timeout: 60_000 };

/**
 * Runs the migrations that have not run on this database, in the order of their names, then says the grants again.
 * Safe to run from several processes at once. `roles` are the login names of the web and of sign-in; without them
 * (one connection string for everything) nothing is granted, because the owner may do all. Answers what ran. Throws
 * `OtherMigrations`, and `SetUpError` saying for whom it waited longer than the connection's patience.
 */
export const migrateOn = (owner: pg.Client, roles?: { app: string; signIn: string }): Promise<string[]> =>
  sayingForWhom(owner, () => runAll(owner, roles));

/** `migrateOn`, on a connection for this alone. */
export const migrate = (
  ownerUrl: string,
  roles?: { app: string; signIn: string },
  config = patience,
): Promise<string[]> => withClient(ownerUrl, (client) => migrateOn(client, roles), config);

async function runAll(client: pg.Client, roles?: { app: string; signIn: string }): Promise<string[]> {
  await client.query("select pg_advisory_lock(hashtext('candour migrations'))");
  await client.query(
    "create table if not exists public.migration (name text primary key, hash text not null, run_at timestamptz not null default now())",
  );
  const files = await migrationFiles();
  const before = await ranBefore(client, files);
  const wanted = files.filter(({ name }) => !before.has(name));
  for (const file of wanted) await runFile(client, file);
  await client.query("begin");
  await sayVerbs(client);
  await client.query("select as_of.show_all()");
  await client.query("commit");
  if (roles) await grant(client, roles);
  return wanted.map(({ name }) => name);
}
