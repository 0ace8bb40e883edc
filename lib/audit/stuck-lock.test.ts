import pg from "pg";
import { beforeAll, expect, test } from "vitest";
import { appPool, signInPool, writePool } from "#db/client";
import { useDatabase } from "#db/testing/use-database";
import { recordActual } from "#lib/actuals/record-actual";
import { perform } from "#lib/audit/perform";
import { nothingTyped } from "#lib/rules/actual";
import { makeWorld, type World } from "#lib/testing/world";

const database = useDatabase();
let world: World;

beforeAll(async () => {
  world = await makeWorld(database);
});

const record = (value: string) =>
  recordActual(world.actors.lead, {
    indicatorId: world.indicators["2.3"],
    month: "2013-12",
    seen: 0,
    typed: { ...nothingTyped, value },
  });

async function holding(statement: string, work: () => Promise<void>): Promise<void> {
  const holder = new pg.Client({ connectionString: database.ownerUrl });
  await holder.connect();
  try {
    await holder.query("begin");
    await holder.query(statement);
    await work();
  } finally {
    await holder.end();
  }
}

test("what waits for a stuck lock is refused in words within seconds, enters nothing, and works afterwards", async () => {
  const refusals = "select count(*)::int as n from audit.action where outcome = 'refused'";
  const before = await database.asOwner(refusals);
  await holding("lock table scorecard_month in access exclusive mode", async () => {
    const began = Date.now();
    await expect(record("66")).rejects.toMatchObject({
      code: "BUSY",
      message: "Somebody else is changing this just now, so yours was not done. Try again in a moment.",
    });
    expect(Date.now() - began).toBeLessThan(8_000);
  });
  expect(await database.asOwner(refusals)).toEqual(before);
  expect(await record("66")).toMatchObject({ content: { value: "66" } });
});

test("a statement that takes too long is refused in words", async () => {
  const slow = perform(world.actors.lead, "actual.record", async (tx) => {
    await tx.execute("set local statement_timeout = 100");
    await tx.execute("select pg_sleep(10)");
  });
  await expect(slow).rejects.toMatchObject({ code: "BUSY", message: expect.stringContaining("took too long") });
});

test.each([
  ["the web's", appPool],
  ["its writers'", writePool],
  ["sign-in's", signInPool],
])("%s connections wait for nothing for ever, and are kept", async (_, pool) => {
  const { rows } = await pool().query(
    "select name, setting::int as ms from pg_settings where name in ('lock_timeout', 'statement_timeout', 'idle_in_transaction_session_timeout')",
  );
  expect(Object.fromEntries(rows.map(({ name, ms }) => [name, ms]))).toEqual({
    lock_timeout: 5_000,
    statement_timeout: 15_000,
    idle_in_transaction_session_timeout: 30_000,
  });
  expect(pool().options).toMatchObject({ connectionTimeoutMillis: 5_000, query_timeout: 20_000 });
  expect(pool().options).toMatchObject({ idleTimeoutMillis: 0, keepAlive: true });
});
