import { beforeAll, expect, test } from "vitest";
import { useDatabase } from "#db/testing/use-database";
import { getScorecardPage } from "#lib/scorecards/get-scorecard-page";
import { getSinceEdition } from "#lib/scorecards/get-since-edition";
import { commented } from "#lib/testing/commented";
import { countStatements } from "#lib/testing/count-statements";
import { inMonths } from "#lib/testing/months";
import { makeWorld, type World } from "#lib/testing/world";

const database = useDatabase();
let world: World;
const { record } = commented(() => world, database);
const { publish } = inMonths(() => world, database);
const slug = "improvement";

beforeAll(async () => {
  world = await makeWorld(database);
});

const read = (isLive = true) => getScorecardPage(world.actors.lead, slug, { part: undefined, isLive });
const newest = async () => (await read())!.newest;
const figure = (sheet: NonNullable<Awaited<ReturnType<typeof getSinceEdition>>>["was"]) =>
  sheet.indicators[0]!.cells.get("2013-11")?.actual?.value;

test("of a scorecard without an edition none is named", async () => {
  expect(await newest()).toBeNull();
});

test("the newest edition is named in the statement that reads the scorecard, and compared with nothing while nothing was written", async () => {
  await publish("officer", "2013-11", "The board meets.");
  expect(await newest()).toMatchObject({ month: "2013-11", number: 1, isChanged: false });
  expect(await countStatements(read)).toHaveLength(2);
  await record("2.3", "68");
  const edition = (await newest())!;
  expect(edition.isChanged).toBe(false);
  expect(await countStatements(() => getSinceEdition(world.actors.lead, slug, edition, undefined))).toEqual([]);
});

test("what was written in its months since is compared as the edition shows it and as it is", async () => {
  await database.asOwner(`do $$ begin perform audit.begin_operator('late data');
    update actual set value = 64 where month = '2013-11-01' and value = 63; end $$`);
  const edition = (await newest())!;
  expect(edition.isChanged).toBe(true);
  const since = (await getSinceEdition(world.actors.lead, slug, edition, undefined))!;
  expect([figure(since.was), figure(since.is)]).toEqual(["63", "64"]);
  expect(since.is.figureMonths).toEqual(["2013-11"]);
});

test("nothing of the present is asked where the past is read", async () => {
  expect((await read(false))!.newest).toBeNull();
});
