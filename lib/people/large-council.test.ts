import pg from "pg";
import { beforeAll, expect, test } from "vitest";
import { readInside } from "#db/client";
import { useDatabase } from "#db/testing/use-database";
import { getPerson, listPeople } from "#lib/people/queries";
import { fillTables } from "#lib/testing/fill-tables";
import { makeWorld, type World } from "#lib/testing/world";

const database = useDatabase({ isTold: false });
let world: World;

beforeAll(async () => {
  world = await makeWorld(database);
  await fillTables(database, world);
  await database.asOwner("analyze");
}, 120_000);

async function rowsRead(read: () => Promise<unknown>): Promise<number> {
  const client = new pg.Client({ connectionString: process.env.DATABASE_APP_URL });
  await client.connect();
  try {
    await client.query("begin");
    await readInside(client, read);
    const { rows } = await client.query(
      "select sum(seq_tup_read + idx_tup_fetch)::int as n from pg_stat_xact_user_tables where schemaname = 'public'",
    );
    return rows[0].n;
  } finally {
    await client.end();
  }
}

test("among ten thousand people, one is read without the others", async () => {
  expect(await rowsRead(() => getPerson(world.actors.officer, world.people.lead))).toBeLessThan(100);
});

test("and all are listed by reading each one's rows once, not everybody's for each", async () => {
  expect(await rowsRead(() => listPeople(world.actors.officer))).toBeLessThan(200_000);
});
