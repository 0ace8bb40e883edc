import { beforeAll, expect, test } from "vitest";
import { useDatabase } from "#db/testing/use-database";
import { compareWithEdition } from "#lib/scorecards/compare-with-edition";
import { getScorecardPage } from "#lib/scorecards/get-scorecard-page";
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
const figure = (sheet: NonNullable<Awaited<ReturnType<typeof compareWithEdition>>>["was"]) =>
  sheet.indicators[0]!.cells.get("2013-11")?.actual?.value;

test("of a scorecard without an edition none is named", async () => {
  expect(await newest()).toBeNull();
});

const nothing = { figures: 0, comments: 0, definitions: 0, isAll: true };

test("the newest edition is named in the statement that reads the scorecard, with what was written to since in its months", async () => {
  await publish("officer", "2013-11", "The board meets.");
  expect(await newest()).toMatchObject({ month: "2013-11", number: 1, since: nothing });
  await record("2.3", "68");
  expect(await newest()).toMatchObject({ since: nothing });
  for (const value of [64, 65]) await restate(value);
  expect(await newest()).toMatchObject({ since: { ...nothing, figures: 1 } });
  expect(await countStatements(read)).toHaveLength(2);
});

test("and what differs is compared as the edition shows it and as it is", async () => {
  const since = (await compareWithEdition(world.actors.lead, slug, (await newest())!))!;
  expect([figure(since.was), figure(since.is)]).toEqual(["63", "65"]);
  expect(since.is.figureMonths).toEqual(["2013-11"]);
});

const restate = (value: number) =>
  database.asOwner(`do $$ begin perform audit.begin_operator('late data');
    update actual set value = ${value} where month = '2013-11-01' and value between 63 and 64; end $$`);

test("nothing of the present is asked where the past is read", async () => {
  expect((await read(false))!.newest).toBeNull();
});
