import { beforeAll, expect, test } from "vitest";
import { band, bandSet } from "#db/schema/indicators";
import { useDatabase } from "#db/testing/use-database";
import { operator } from "#lib/access/actor";
import { perform } from "#lib/audit/perform";
import { getReturn } from "#lib/returns/queries";
import { bandRows, parseBands } from "#lib/rules/bands";
import type { Month } from "#lib/rules/month";
import { commented } from "#lib/testing/commented";
import { makeSeldomDue } from "#lib/testing/seldom-due";
import { typedBands } from "#lib/testing/typed-bands";
import { makeWorld, type World } from "#lib/testing/world";

const database = useDatabase();
let world: World;
const { record } = commented(() => world, database);

beforeAll(async () => {
  world = await makeWorld(database);
  await makeSeldomDue(database, world);
  await record("2.5", "7", "2014-09");
  await record("2.3", "72", "2014-11");
  await record("4.3", "30.3", "2014-03");
});

const rowsOf = async (who: "lead" | "otherLead", month: Month) =>
  (await getReturn(world.actors[who], month)).parts[0]?.rows;

test("a row has the figure and the grade of its own previous due month", async () => {
  expect(await rowsOf("lead", "2014-12")).toMatchObject([
    { ref: "2.3", previous: { month: "2014-11", actual: { value: "72" }, grade: 2 } },
    { ref: "2.5", previous: { month: "2014-09", actual: { value: "7" }, grade: 2 } },
  ]);
  expect(await rowsOf("otherLead", "2015-03")).toMatchObject([
    { ref: "4.3", previous: { month: "2014-03", actual: { value: "30.3" }, grade: 4 } },
  ]);
});

test("a month without a figure stays the month that is compared with", async () => {
  const [, row] = (await rowsOf("lead", "2015-03")) ?? [];
  expect(row).toMatchObject({ ref: "2.5", previous: { month: "2014-12", actual: null, grade: null } });
});

test("a return asks for nothing that is not due", async () => {
  expect((await rowsOf("lead", "2014-10"))?.map(({ ref }) => ref)).toEqual(["2.3"]);
  expect(await rowsOf("otherLead", "2014-10")).toBeUndefined();
});

test("one that asks for nothing says whether its month was opened", async () => {
  expect(await getReturn(world.actors.otherLead, "2014-12")).toMatchObject({ due: 0, isOpened: true });
  expect(await getReturn(world.actors.otherLead, "2016-01")).toMatchObject({ due: 0, isOpened: false });
});

test("the previous figure keeps the grade it earned, when other bands hold since", async () => {
  const from = { indicatorId: world.indicators["2.5"], fromMonth: "2014-12" } as const;
  const easier = parseBands(typedBands(["20-25", "10-19", "below 10"]), "lower");
  if (!easier.ok) throw new Error(easier.problems[0]?.message);
  await perform(operator(database.ownerUrl, "easier bands"), "operator.change", async (tx) => {
    const [set] = await tx.insert(bandSet).values(from).returning({ id: bandSet.id });
    await tx.insert(band).values(bandRows(easier.bands).map((row) => ({ ...row, ...from, bandSetId: set!.id })));
  });
  const [, row] = (await rowsOf("lead", "2014-12")) ?? [];
  expect(row).toMatchObject({ previous: { grade: 2, level: { word: "Good" } } });
});
