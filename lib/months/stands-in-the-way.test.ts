import { beforeAll, expect, test } from "vitest";
import { useDatabase } from "#db/testing/use-database";
import { inMonths } from "#lib/testing/months";
import { makeWorld, type World } from "#lib/testing/world";

const database = useDatabase();
let world: World;
const { close, publish, view } = inMonths(() => world, database);

beforeAll(async () => {
  world = await makeWorld(database);
});

const inTheWay = async (month: "2013-11" | "2013-12" | "2014-01", kind: string) =>
  (await view(month)).checklist.blockers.flatMap((each) => (each.kind === kind ? each.ref : []));

test("of a month that came closed no return is asked, of one that was closed here each, with dates and without", async () => {
  expect(await inTheWay("2013-11", "return")).toEqual([]);
  const before = await inTheWay("2013-12", "return");
  expect(before).toContain("assessment");
  await close("officer", "2013-12", "The board meets.");
  expect((await view("2013-12")).figuresDue).toBeNull();
  expect(await inTheWay("2013-12", "return")).toEqual(before);
});

test("an earlier month stands in the way while it is open", async () => {
  expect(await inTheWay("2014-01", "earlier")).toEqual([]);
  await database.asOwner(`do $$ begin perform audit.begin_operator('open again');
    update scorecard_month set closed_at = null, closed_by = null where month = '2013-12-01'; end $$`);
  expect(await inTheWay("2014-01", "earlier")).toEqual(["2013-12"]);
  expect(await inTheWay("2013-12", "earlier")).toEqual([]);
});

test("a month is published over an indicator for which no team answers", async () => {
  await database.asOwner(`do $$ begin perform audit.begin_operator('nobody answers');
    update indicator_team set withdrawn_at = now(), withdrawn_reason = 'The team is gone.' where indicator_id = '${world.indicators["2.3"]}'; end $$`);
  await publish("officer", "2013-11", "The board meets.");
  const [made] = await database.asOwner("select blockers from edition");
  expect(made?.blockers).toContainEqual(expect.objectContaining({ kind: "comment", ref: "2.3", team: "" }));
});
