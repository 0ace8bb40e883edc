import { beforeAll, expect, test } from "vitest";
import { useDatabase } from "#db/testing/use-database";
import { getSurroundings } from "#lib/commentary/reading/get-surroundings";
import { monthRange } from "#lib/rules/month";
import { makeSeldomDue } from "#lib/testing/seldom-due";
import { makeWorld, type World } from "#lib/testing/world";

const database = useDatabase();
let world: World;

beforeAll(async () => {
  world = await makeWorld(database);
  await makeSeldomDue(database, world);
});

test("the database finds the month in which a figure was last due as the screens do", async () => {
  const found = new Set<unknown>();
  for (const ref of ["2.3", "2.5", "4.3"] as const) {
    for (const month of monthRange("2013-11", "2015-01")) {
      const around = await getSurroundings(world.actors.head, { slug: world.scorecard.slug, ref, month });
      if (!around) continue;
      const [said] = await database.asOwner("select to_char(holding.previous_due($1, $2), 'YYYY-MM') as month", [
        world.indicators[ref],
        `${month}-01`,
      ]);
      expect(said!.month, `${ref} ${month}`).toBe(around.change.cell.previousDue);
      found.add(said!.month);
    }
  }
  expect(found.size).toBeGreaterThan(5);
});
