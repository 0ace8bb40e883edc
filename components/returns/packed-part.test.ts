import { beforeAll, expect, test } from "vitest";
import { packPart, unpackPart } from "#components/returns/packed-part";
import { useDatabase } from "#db/testing/use-database";
import { getReturn } from "#lib/returns/queries";
import { commented } from "#lib/testing/commented";
import { makeWorld, type World } from "#lib/testing/world";

const database = useDatabase();
let world: World;
const { giveBack, record, submit } = commented(() => world, database);

beforeAll(async () => {
  world = await makeWorld(database);
  await record("2.3", "68");
  await giveBack("head", (await submit("lead", "2.3", "Words."))!.revisionId, "It says 68.");
});

test.each(["2013-11", "2013-12", "2014-01"] as const)("the part of %s comes out as it was packed", async (month) => {
  const { parts } = await getReturn(world.actors.lead, month);
  expect(parts).toHaveLength(1);
  // As it travels: through JSON.
  const sent = JSON.parse(JSON.stringify(parts.map(packPart)));
  // The returns that it is part of stand above the grid, and are not sent with it.
  expect(sent.map(unpackPart)).toEqual(parts.map(({ returns: _, ...part }) => part));
});

test("a row with nothing recorded takes 500 characters", async () => {
  const [part] = (await getReturn(world.actors.lead, "2014-01")).parts;
  for (const row of packPart(part!).rows) expect(JSON.stringify(row).length).toBeLessThan(500);
});
