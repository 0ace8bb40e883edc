import { beforeAll, expect, test } from "vitest";
import { useDatabase } from "#db/testing/use-database";
import { getPerson, listPeople } from "#lib/people/queries";
import { fillTables } from "#lib/testing/fill-tables";
import { rowsRead } from "#lib/testing/rows-read";
import { makeWorld, type World } from "#lib/testing/world";

const database = useDatabase({ isTold: false });
let world: World;

beforeAll(async () => {
  world = await makeWorld(database);
  await fillTables(database, world);
  await database.asOwner("analyze");
}, 120_000);

const rowsReadInAll = async (read: () => Promise<unknown>) =>
  Object.values(await rowsRead(read)).reduce((sum, n) => sum + n, 0);

test("among ten thousand people, one is read without the others", async () => {
  expect(await rowsReadInAll(() => getPerson(world.actors.officer, world.people.lead))).toBeLessThan(100);
});

test("and all are listed by reading each one's rows once, not everybody's for each", async () => {
  expect(await rowsReadInAll(() => listPeople(world.actors.officer))).toBeLessThan(200_000);
});
