import pg from "pg";
import { beforeAll, expect, test } from "vitest";
import { limitWaits } from "#db/limit-waits";
import { useDatabase } from "#db/testing/use-database";
import { withClient } from "#db/with-client";

const database = useDatabase();
const urls = () => ({
  owner: database.ownerUrl,
  app: process.env.DATABASE_APP_URL!,
  signIn: process.env.DATABASE_SIGN_IN_URL!,
});

const limit = (url: string, whose: "owner" | "web") => withClient(url, (client) => limitWaits(client, whose));
const limitAll = ({ owner, app, signIn } = urls()) => [limit(owner, "owner"), limit(app, "web"), limit(signIn, "web")];

beforeAll(() => Promise.all([...limitAll(), ...limitAll()]));

async function waitsOf(url: string) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query(
    "select name, setting::int / 1000 as s from pg_settings where name in ('statement_timeout', 'lock_timeout', 'idle_in_transaction_session_timeout')",
  );
  await client.end();
  return Object.fromEntries(rows.map(({ name, s }) => [name, s]));
}

test("whoever logs in as one of the roles waits for nothing for ever, by roles that may make none, in two starts at once", async () => {
  const web = { statement_timeout: 15, lock_timeout: 5, idle_in_transaction_session_timeout: 30 };
  const { owner, app, signIn } = urls();
  expect(await waitsOf(app)).toEqual(web);
  expect(await waitsOf(signIn)).toEqual(web);
  expect(await waitsOf(owner)).toEqual({
    statement_timeout: 0,
    lock_timeout: 60,
    idle_in_transaction_session_timeout: 600,
  });
  const may = await database.asOwner(
    "select rolname from pg_roles where rolname like 'candour\\_%' and (rolcreaterole or rolsuper)",
  );
  expect(may).toEqual([]);
});
