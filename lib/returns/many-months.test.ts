import { beforeAll, expect, test } from "vitest";
import { useDatabase } from "#db/testing/use-database";
import { importFirstScorecard } from "#lib/imports/import-first-scorecard";
import { getReturn, listOpenReturns, listReturns } from "#lib/returns/queries";
import { countStatements } from "#lib/testing/count-statements";
import { seedRedAmberGreen } from "#lib/testing/seed-red-amber-green";
import { makeWorld, type World } from "#lib/testing/world";

const database = useDatabase();
let world: World;

/** Three scorecards, one of which has ten years of open months before those of the world. */
beforeAll(async () => {
  world = await makeWorld(database);
  await importFirstScorecard(world.actors.officer);
  await seedRedAmberGreen(database.ownerUrl, world.organisationId);
  await database.asOwner(`do $$ begin perform audit.begin_operator('ten years');
    insert into scorecard_month (scorecard_id, month) select '${world.scorecard.id}', m
    from generate_series(date '2014-02-01', date '2023-12-01', interval '1 month') m; end $$`);
});

test("a lead's home, list and return take the same statements, however many months and scorecards", async () => {
  const { lead } = world.actors;
  expect(await countStatements(() => listOpenReturns(lead))).toHaveLength(1);
  expect(await countStatements(() => listReturns(lead))).toHaveLength(1);
  expect(await countStatements(() => getReturn(lead, "2013-12"))).toHaveLength(2);
});

test("home has the last six open months, and says how many there are before them", async () => {
  const { returns, more } = await listOpenReturns(world.actors.lead);
  expect(returns.map(({ month }) => month)).toEqual(["2023-07", "2023-08", "2023-09", "2023-10", "2023-11", "2023-12"]);
  expect(more).toBe(115);
});

test("the list has twelve months at a time, down to the first", async () => {
  const seen: string[] = [];
  for (let before: string | null | undefined; before !== null; ) {
    const { returns, earlier } = await listReturns(world.actors.lead, (before ?? null) as "2013-12" | null);
    expect(returns.length).toBeLessThanOrEqual(12);
    seen.push(...returns.map(({ month }) => month));
    before = earlier;
  }
  expect([seen.length, seen.at(0), seen.at(-1), new Set(seen).size]).toEqual([124, "2023-12", "2013-09", 124]);
});
