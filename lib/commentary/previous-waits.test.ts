import { expect, test } from "vitest";
import { useDatabase } from "#db/testing/use-database";
import { getSurroundings } from "#lib/commentary/reading/get-surroundings";
import { commented } from "#lib/testing/commented";
import { makeWorld, type World } from "#lib/testing/world";

const database = useDatabase();
let world: World;
const { approve, draft, record, submit } = commented(() => world, database);

test("last month's comment that waits is told until it is decided on, and a draft of it never", async () => {
  world = await makeWorld(database);
  await record("2.3", "68");
  await record("2.3", "70", "2014-01");
  const waits = async () => {
    const around = await getSurroundings(world.actors.head, { slug: "improvement", ref: "2.3", month: "2014-01" });
    return around!.previousWaits;
  };
  await draft("lead", "2.3", "Five of seven.");
  expect(await waits()).toBeNull();
  await submit("lead", "2.3", "Five of seven were referred twice.");
  expect(await waits()).toBeInstanceOf(Date);
  const { revisionId } = (await submit("lead", "2.3", "Five of seven were referred twice before."))!;
  expect(await waits()).toBeInstanceOf(Date);
  await approve("head", "2.3", revisionId);
  expect(await waits()).toBeNull();
});
