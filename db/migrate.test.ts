import pg from "pg";
import { expect, inject, test } from "vitest";
import { migrate } from "#db/migrate";
import { useDatabase } from "#db/testing/use-database";

const database = useDatabase();

test("what ran once does not run again", async () => {
  expect(await migrate(database.ownerUrl)).toEqual([]);
});

test("a database on which other migrations ran is refused by their names, and left as it is", async () => {
  const asMade = await database.asOwner("select name, hash from migration order by name");
  await database.asOwner("insert into migration (name, hash) values ('0099_gone.sql', 'x')");
  await expect(migrate(database.ownerUrl)).rejects.toThrow(
    /does not have, or has with other contents: 0099_gone\.sql\./,
  );
  await database.asOwner("delete from migration where name = '0099_gone.sql'");

  const { name, hash } = asMade[0]!;
  await database.asOwner("update migration set hash = 'x' where name = $1", [name]);
  await expect(migrate(database.ownerUrl)).rejects.toThrow(`other contents: ${String(name)}.`);
  await database.asOwner("update migration set hash = $2 where name = $1", [name, hash]);
  expect(await database.asOwner("select name, hash from migration order by name")).toEqual(asMade);
});

test("others in the way are waited for a while, and named", async () => {
  const other = new pg.Client({ connectionString: database.ownerUrl, application_name: "another start" });
  await other.connect();
  try {
    await other.query("select pg_advisory_lock(hashtext('candour migrations'))");
    await expect(migrate(database.ownerUrl, undefined, { lock_timeout: 200 })).rejects.toThrow(
      /^The migrations waited too long .*\(another start\), process \d+, since /,
    );
  } finally {
    await other.end();
  }
  expect(await migrate(database.ownerUrl)).toEqual([]);
});

test("what an extension has in the schema public stays whose it is", async () => {
  const there = new URL(inject("adminUrl"));
  there.pathname = new URL(database.ownerUrl).pathname;
  const [app, signIn] = ["DATABASE_APP_URL", "DATABASE_SIGN_IN_URL"].map(
    (name) => new URL(process.env[name]!).username,
  );
  const admin = new pg.Client({ connectionString: there.href });
  await admin.connect();
  try {
    await admin.query("create extension pg_stat_statements");
    expect(await migrate(database.ownerUrl, { app: app!, signIn: signIn! })).toEqual([]);
  } finally {
    await admin.query("drop extension if exists pg_stat_statements");
    await admin.end();
  }
});
