import { sql } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { appPool, database } from "#db/client";
import { useDatabase } from "#db/testing/use-database";

const db = useDatabase();

beforeAll(async () => {
  await db.asOwner("create table probe (n integer)");
  await db.asOwner("insert into probe values (66)");
  await db.asOwner("grant select on probe to public");
});

const readProbe = () => database().execute(sql`select n from probe where n > ${0}`);

test("a statement with parameters is prepared once on a connection, by its text", async () => {
  const client = await appPool().connect();
  try {
    for (const n of [1, 2, 3]) await client.query("select $1::int as first", [n]);
    await client.query("select 'without parameters'");
    const { rows } = await client.query("select name, statement from pg_prepared_statements");
    expect(rows).toEqual([{ name: expect.stringMatching(/^[0-9a-f]{32} \d+$/), statement: "select $1::int as first" }]);
  } finally {
    client.release();
  }
});

test("a migration under a live server fails no read: what a statement answers has another type, and it is planned anew", async () => {
  expect((await readProbe()).rows).toEqual([{ n: 66 }]);
  await db.asOwner("alter table probe alter n type text");
  expect((await database().execute(sql`select n from probe where n <> ${"none"}`)).rows).toEqual([{ n: "66" }]);
  await db.asOwner("alter table probe alter n type bigint using n::bigint");
  expect((await readProbe()).rows).toEqual([{ n: "66" }]);
});

test("texts that never come to an end do not fill the connections", async () => {
  const client = await appPool().connect();
  try {
    for (let n = 0; n < 400; n++) await client.query(`select $1::int as "${n}"`, [n]);
    const { rows } = await client.query("select count(*)::int from pg_prepared_statements");
    expect(rows[0].count).toBeLessThanOrEqual(300);
  } finally {
    client.release();
  }
});
