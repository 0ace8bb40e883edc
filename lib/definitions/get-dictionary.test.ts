import { beforeAll, expect, test } from "vitest";
import { useDatabase } from "#db/testing/use-database";
import type { Month } from "#db/vocabulary";
import { getDictionary } from "#lib/definitions/get-dictionary";
import { defining } from "#lib/testing/defining";
import { makeWorld, type World } from "#lib/testing/world";

const database = useDatabase();
let world: World;
const { form, preview, save } = defining(() => world);

beforeAll(async () => {
  world = await makeWorld(database);
  const typed = await form("2.3", "2014-01", { measure: "Seen within ten days", every: "3" });
  await save("officer", typed, await preview("officer", typed));
});

const inMonth = async (month: Month | null) => (await getDictionary(world.actors.lead, world.scorecard.slug, month))!;
const termOf = async (month: Month, term: string) =>
  (await inMonth(month)).entries[0]?.terms.find((each) => each.term === term)?.value;

test("every indicator stands in it in the scorecard's order, as it is in the last month opened", async () => {
  const { month, entries } = await inMonth(null);
  expect(month).toBe("2014-01");
  expect(entries.map(({ ref }) => ref)).toEqual(["2.3", "2.5", "4.3"]);
  expect(await termOf("2014-01", "Measure")).toBe("Seen within ten days");
});

test("and as it was in another, or will be in one that is not opened yet", async () => {
  expect(await termOf("2013-12", "Measure")).toBe("Measure 2.3");
  expect(await termOf("2013-12", "Due")).toBe("every month");
  expect(await termOf("2015-06", "Due")).toBe("every quarter");
  expect((await inMonth("2012-01")).entries).toEqual([]);
});

test("of a scorecard that is not there there is none", async () => {
  expect(await getDictionary(world.actors.lead, "none", null)).toBeNull();
});
