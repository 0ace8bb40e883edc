import { beforeAll, expect, test } from "vitest";
import { packPart, unpackPart } from "#components/returns/packed-part";
import { useDatabase } from "#db/testing/use-database";
import { getReturn } from "#lib/returns/queries";
import { parseBands } from "#lib/rules/bands";
import { commented } from "#lib/testing/commented";
import { typedBands } from "#lib/testing/typed-bands";
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

test("a far end travels where there is one", async () => {
  const [part] = (await getReturn(world.actors.lead, "2014-01")).parts;
  const ranges = (typed: string[]) => {
    const read = parseBands(typedBands(typed), "within");
    return read.ok ? read.bands : null;
  };
  const milestone = { direction: "within", asTyped: "10-14", edge: "10", farEdge: "14", strict: false } as const;
  const own = { ...part!.rows[0]!, direction: "within" as const, bands: ranges(["6-18", "8-16", "10-14"]), milestone };
  const [sent] = JSON.parse(JSON.stringify([packPart({ ...part!, rows: [own, ...part!.rows.slice(1)] })]));
  expect(unpackPart(sent).rows[0]).toEqual(own);
  expect(sent.rows[0].bands[0]).toEqual(["10-14", "10", 0, "14"]);
  expect(sent.rows[1].bands.every((band: unknown[]) => band.length < 4)).toBe(true);
});

test("a row with nothing recorded takes 500 characters", async () => {
  const [part] = (await getReturn(world.actors.lead, "2014-01")).parts;
  for (const row of packPart(part!).rows) expect(JSON.stringify(row).length).toBeLessThan(500);
});
