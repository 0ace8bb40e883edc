import { drizzle } from "drizzle-orm/node-postgres";
import pg from "pg";
import { beforeAll, describe, expect, test } from "vitest";
import { type Database, readInside } from "#db/client";
import { useDatabase } from "#db/testing/use-database";
import type { PersonActor } from "#lib/access/actor";
import { writeActual } from "#lib/actuals/record-actual";
import { begin } from "#lib/audit/begin";
import { writeApproval } from "#lib/commentary/approve-comment";
import { writeDraft } from "#lib/commentary/draft-comment";
import { writeReturn } from "#lib/commentary/return-comment";
import { writeSubmission } from "#lib/commentary/submit-comment";
import { importFirstScorecard } from "#lib/imports/import-first-scorecard";
import { nothingTyped } from "#lib/rules/actual";
import { commented } from "#lib/testing/commented";
import { type Asked, everyQuery } from "#lib/testing/every-query";
import { fillTables } from "#lib/testing/fill-tables";
import { makeNeighbour, makeWorld, type World } from "#lib/testing/world";

const database = useDatabase({ isTold: false });
let world: World;
let asked: Asked;
let revisionId: string;
const { record, submit, seenCell } = commented(() => world, database);

/** A small council beside one that has grown to 10,000 rows a table: what the small one asks need not read them. */
beforeAll(async () => {
  await fillTables(database, await makeNeighbour(database));
  world = await makeWorld(database);
  const { importId } = await importFirstScorecard(world.actors.officer);
  asked = { ...world, importId };
  // More than a page of history, so that none has to look behind the others' for its last line.
  for (let figure = 1; figure <= 60; figure++) await record("2.3", String(figure));
  revisionId = (await submit("lead", "2.3", "Words that wait."))!.revisionId;
  await database.asOwner("analyze");
}, 120_000);

/**
 * The tables of which a statement read 5,000 rows or more where it could help it: PostgreSQL goes through a table of this
 * size rather than ask an index that is there, so it is told to go through none that an index can serve.
 */
async function readWhole(work: (client: pg.Client) => Promise<unknown>): Promise<string[]> {
  const client = new pg.Client({ connectionString: process.env.DATABASE_APP_URL });
  await client.connect();
  try {
    await client.query("begin");
    await client.query("set local enable_seqscan = off");
    await work(client);
    const { rows } = await client.query(
      "select schemaname || '.' || relname as name from pg_stat_xact_user_tables where seq_tup_read >= 5000 or idx_tup_fetch >= 5000 order by 1",
    );
    return rows.map(({ name }) => name);
  } finally {
    await client.end();
  }
}

const written = (actor: PersonActor, verb: string, write: (tx: Database) => Promise<unknown>) =>
  readWhole(async (client) => {
    await begin(client, actor, verb, {});
    await write(drizzle(client));
  });

describe("nobody waits for the rows of others", () => {
  test("which are there, and which a statement without an index reads", async () => {
    const [counted] = await database.asOwner("select count(*)::int as n from actual");
    expect(counted?.n).toBeGreaterThan(10_000);
    expect(await readWhole((client) => client.query("select count(*) from actual where note = ''"))).toEqual([
      "public.actual",
    ]);
  });

  test.each(everyQuery)("$name", async ({ of, read }) => {
    expect(await readWhole((client) => readInside(client, () => read(world.actors[of], asked)))).toEqual([]);
  });

  test("nor does who writes", async () => {
    const { lead, head } = world.actors;
    const cell = { indicatorId: world.indicators["2.5"], month: "2013-12" } as const;
    const words = { ...cell, seen: { revisionId: null, version: 0 }, body: "Words." };
    const figure = { ...cell, seen: 0, typed: { ...nothingTyped, value: "4", note: "A note." } };
    expect(await written(lead, "actual.record", (tx) => writeActual(tx, lead, figure))).toEqual([]);
    expect(await written(lead, "comment.draft", (tx) => writeDraft(tx, lead, words))).toEqual([]);
    expect(await written(lead, "comment.submit", (tx) => writeSubmission(tx, lead, words))).toEqual([]);
    const seen = await seenCell("2.3", "2013-12");
    const approval = { revisionId, seen };
    expect(await written(head, "comment.approve", (tx) => writeApproval(tx, head, approval))).toEqual([]);
    const reason = "Name the cases.";
    expect(await written(head, "comment.return", (tx) => writeReturn(tx, head, { revisionId, reason }))).toEqual([]);
  });
});
