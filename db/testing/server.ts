import { randomUUID } from "node:crypto";
import pg from "pg";
import { migrate } from "#db/migrate";

const password = "test";
export const logins = { owner: "candour_owner", app: "candour_app", signIn: "candour_signin" } as const;

/** The server's URL with another database, and as another login of the tests. */
export function urlOf(adminUrl: string, database: string, login?: keyof typeof logins): string {
  const url = new URL(adminUrl);
  url.pathname = `/${database}`;
  if (login) {
    url.username = logins[login];
    url.password = password;
  }
  return url.href;
}

export async function onServer(adminUrl: string, ...statements: string[]): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
}

const makeRole = (name: string) => `do $$ begin
    create role ${name} login password '${password}';
  exception when duplicate_object or unique_violation then
    alter role ${name} login password '${password}';
  end $$`;

/** A database that is migrated once and then copied for every test file. Answers its name. */
export async function makeTemplate(adminUrl: string): Promise<string> {
  const name = `candour_template_${randomUUID().slice(0, 8)}`;
  await onServer(adminUrl, "select pg_advisory_lock(7)", ...Object.values(logins).map(makeRole));
  await onServer(
    adminUrl,
    `create database ${name} owner ${logins.owner} encoding 'UTF8' locale 'C' template template0`,
  );
  await migrate(urlOf(adminUrl, name, "owner"), logins);
  return name;
}

export async function copyTemplate(adminUrl: string, template: string): Promise<string> {
  const name = `candour_test_${randomUUID().slice(0, 8)}`;
  // Two files may copy at once, and a template in use cannot be copied: one after the other. A copy has no grants of its own.
  await onServer(
    adminUrl,
    "select pg_advisory_lock(8)",
    `create database ${name} template ${template} owner ${logins.owner}`,
    `revoke temporary on database ${name} from public`,
  );
  return name;
}

export const dropDatabase = (adminUrl: string, name: string) =>
  onServer(adminUrl, `drop database if exists ${name} with (force)`);
