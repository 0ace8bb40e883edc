import { beforeAll, expect, test } from "vitest";
import { useDatabase } from "#db/testing/use-database";
import { importFirstScorecard } from "#lib/imports/import-first-scorecard";
import { publishFirstMonths } from "#lib/imports/publish-first-months";
import { listEditions } from "#lib/months/list-editions";
import { makeWorld, type World } from "#lib/testing/world";

const database = useDatabase();
let world: World;
const slug = "childrens-services-improvement-scorecard";

beforeAll(async () => {
  world = await makeWorld(database);
  await importFirstScorecard(world.actors.officer);
});

test("the months that were published before Candour are editions, over what was in their way, and no figure is touched", async () => {
  const figures = () => database.asOwner("select id, version, value, missing from actual order by id");
  const before = await figures();
  await publishFirstMonths(world.actors.officer, slug);
  const editions = await listEditions(world.actors.reader, slug, { over: true });
  expect(editions.map(({ month, number, blockers, reason }) => [month, number, blockers.length, reason])).toEqual([
    ["2013-11", 1, expect.any(Number), "Published before Candour."],
    ["2013-10", 1, expect.any(Number), "Published before Candour."],
    ["2013-09", 1, expect.any(Number), "Published before Candour."],
  ]);
  expect(await figures()).toEqual(before);
});

test("and where it was interrupted it goes on, without publishing anything twice", async () => {
  await publishFirstMonths(world.actors.officer, slug);
  expect(await listEditions(world.actors.reader, slug, { over: false })).toHaveLength(3);
});
