import pg from "pg";
import { beforeAll, describe, expect, test } from "vitest";
import { readInside } from "#db/client";
import { useDatabase } from "#db/testing/use-database";
import type { PersonActor } from "#lib/access/actor";
import { countWaiting } from "#lib/commentary/queries";
import { findView, getApprovals } from "#lib/commentary/reading/get-approvals";
import { commented } from "#lib/testing/commented";
import { fillTables } from "#lib/testing/fill-tables";
import { makeWorld, type World } from "#lib/testing/world";

const database = useDatabase({ isTold: false });
let world: World;
const { record, submit } = commented(() => world, database);

const held = ["indicator_definition", "indicator_team", "band_set", "actual", "comment_revision", "comment_decision"];

/** The head asking is of a team with 500 indicators, each with 20 months of approved comments, long ago; and one that waits. */
beforeAll(async () => {
  world = await makeWorld(database);
  await fillTables(database, world);
  await record("2.3", "68");
  await submit("lead", "2.3", "Words that wait.");
  await database.asOwner("analyze");
}, 120_000);

/** How many rows were read of a table, by a plan made for whatever is asked. */
async function rowsRead(read: (actor: PersonActor) => Promise<unknown>): Promise<Record<string, number>> {
  const client = new pg.Client({ connectionString: process.env.DATABASE_APP_URL });
  await client.connect();
  try {
    await client.query("begin; set local plan_cache_mode = force_generic_plan");
    await readInside(client, () => read(world.actors.head));
    const { rows } = await client.query(
      "select relname, (seq_tup_read + idx_tup_fetch)::int as n from pg_stat_xact_user_tables where schemaname = 'public'",
    );
    return Object.fromEntries(rows.map(({ relname, n }) => [relname, n]));
  } finally {
    await client.end();
  }
}

describe("among ten thousand comments of one's own teams", () => {
  test.each([
    ["what waits is counted", countWaiting],
    ["the queue is listed", (actor: PersonActor) => getApprovals(actor)],
  ])("%s by asking once what holds in all of them", async (_, read) => {
    const counted = await rowsRead(read);
    for (const table of held) expect(counted[table], table).toBeLessThan(21_000);
  });

  test("only what waits is found", async () => {
    expect(await countWaiting(world.actors.head)).toBe(1);
    const { waiting, approved, counts } = await getApprovals(world.actors.head);
    expect(waiting.map(({ cell: { ref, month } }) => `${ref} ${month}`)).toEqual(["2.3 2013-12"]);
    expect([approved, counts]).toEqual([[], { approved: 0, withLeads: 0 }]);
  });

  test("one is found by its revision, however old", async () => {
    const [old] = await database.asOwner("select id from comment_revision where month = '1990-03-01' limit 1");
    const approvals = await getApprovals(world.actors.head, { revisions: [String(old?.id), "nonsense"] });
    expect(findView(approvals, String(old?.id))).toMatchObject({
      cell: { month: "1990-03" },
      state: { state: "approved" },
    });
    const others = await getApprovals(world.actors.otherHead, { revisions: [String(old?.id)] });
    expect(findView(others, String(old?.id))).toBeNull();
  });

  test("those decided on within a year stand a page at a time", async () => {
    await database.asOwner(
      "alter table scorecard_month disable trigger user; delete from scorecard_month where month > '2000-01-01'",
    );
    const page = (of: number) => getApprovals(world.actors.head, { page: of });
    const [first, second, last, after] = [await page(1), await page(2), await page(300), await page(301)];
    expect(first.counts).toEqual({ approved: 6000, withLeads: 0 });
    expect([first, second, last, after].map(({ approved, pages }) => [approved.length, pages])).toEqual([
      [20, 300],
      [20, 300],
      [20, 300],
      [0, 301],
    ]);
    const cells = [first, second, last].flatMap(({ approved }) =>
      approved.map(({ cell }) => `${cell.ref} ${cell.month}`),
    );
    expect(new Set(cells).size).toBe(60);
  });
});
