import { beforeAll, expect, test } from "vitest";
import { useDatabase } from "#db/testing/use-database";
import { countReturned } from "#lib/commentary/count-returned";
import { commented } from "#lib/testing/commented";
import { makeWorld, type World } from "#lib/testing/world";

const database = useDatabase();
let world: World;
const { draft, giveBack, record, submit } = commented(() => world, database);

beforeAll(async () => {
  world = await makeWorld(database);
  await record("2.3", "68");
});

const back = async (who: "lead" | "otherLead" | "head") => (await countReturned(world.actors[who])).get("2013-12") ?? 0;

test("a comment that came back counts for its team's leads until it is being mended", async () => {
  expect(await back("lead")).toBe(0);
  const { revisionId } = (await submit("lead", "2.3", "Five of seven were siblings."))!;
  await giveBack("head", revisionId, "Say which months.");
  expect(await back("lead")).toBe(1);
  expect(await back("otherLead")).toBe(0);
  expect(await back("head")).toBe(0);
  await draft("lead", "2.3", "Five of seven were siblings, in October.");
  expect(await back("lead")).toBe(0);
});
