import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { useDatabase } from "#db/testing/use-database";
import { publicKeyOf } from "#lib/audit/seal/known-keys";
import { cutOf, readHead } from "#lib/audit/seal/read-head";
import { newSeed } from "#lib/proof/note-key";
import { inMonths } from "#lib/testing/months";
import { makeWorld, type World } from "#lib/testing/world";

const database = useDatabase();
let world: World;
const { close, open, publish } = inMonths(() => world, database);
const seed = newSeed();

beforeAll(async () => {
  world = await makeWorld(database);
  vi.stubEnv("CANDOUR_SEAL_KEY", seed.toString("hex"));
});
afterAll(() => vi.unstubAllEnvs());

const sealed = () =>
  database.asOwner(
    `select e.month::text, h.note from edition e left join audit.head h on h.cut = e.cut order by e.cut`,
  ) as Promise<{ month: string; note: string }[]>;

test("an edition is sealed as it is published, with no worker running", async () => {
  await publish("officer", "2013-11", "The board meets.");
  const [found] = await sealed();
  expect(found).toMatchObject({ month: "2013-11-01" });
  expect(cutOf(readHead(found!.note, { keys: [publicKeyOf(seed)], lostAfter: null })!)).toBeGreaterThan(0);
});

test("one that cannot be sealed is published all the same, and the log says why", async () => {
  const said = vi.spyOn(console, "error").mockImplementation(() => undefined);
  vi.stubEnv("CANDOUR_SEAL_KEY", newSeed().toString("hex"));
  await open("officer", "2013-08");
  await close("officer", "2013-08");
  await publish("officer", "2013-08", "The board meets.");
  expect(await sealed()).toEqual([
    expect.objectContaining({ month: "2013-11-01" }),
    { month: "2013-08-01", note: null },
  ]);
  expect(said).toHaveBeenCalledWith(expect.stringMatching(/^A publication was not sealed: .*not signed by a key/));
  said.mockRestore();
});
