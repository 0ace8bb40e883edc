import { beforeAll, expect, test } from "vitest";
import { useDatabase } from "#db/testing/use-database";
import { listGivenBack } from "#lib/commentary/reading/list-given-back";
import { withdrawApproval } from "#lib/commentary/withdraw-approval";
import { commented } from "#lib/testing/commented";
import { inMonths } from "#lib/testing/months";
import { inRestatements } from "#lib/testing/restated";
import { makeWorld, type World } from "#lib/testing/world";

const database = useDatabase();
let world: World;
const { record, submit, approve, giveBack, seenWords } = commented(() => world, database);
const { publish, close } = inMonths(() => world, database);
const { restate } = inRestatements(() => world, database);
const month = "2013-12";

const waiting = async (who: keyof World["actors"] = "lead") =>
  (await listGivenBack(world.actors[who])).map((each) => `${each.ref} ${each.month}`);
const words = async () => (await seenWords("2.3", month)).revisionId!;

beforeAll(async () => {
  world = await makeWorld(database);
  await record("2.3", "68");
  await approve("head", "2.3", (await submit("lead", "2.3", "Five of seven."))!.revisionId);
  await record("2.5", "4");
  await giveBack("head", (await submit("lead", "2.5", "Few."))!.revisionId, "Say which.");
});

test("words that came back in an open or a closed month are not among those of published ones", async () => {
  expect(await waiting()).toEqual([]);
  await close("officer", month, "The board meets.");
  expect(await waiting()).toEqual([]);
});

test("what came back and is written anew in a published month waits for its leads alone, until it is handed in", async () => {
  await publish("officer", month, "The board meets on Monday.");
  expect([await waiting("lead"), await waiting("secondLead")]).toEqual([["2.5 2013-12"], ["2.5 2013-12"]]);
  for (const who of ["head", "otherLead", "officer", "reader"] as const) expect(await waiting(who)).toEqual([]);
  await restate("head", "2.3", { value: "70", holds: false, revisionId: await words() });
  expect(await waiting()).toEqual(["2.5 2013-12"]);
  await giveBack("head", await words(), "It is another figure.");
  expect(await waiting()).toEqual(["2.5 2013-12", "2.3 2013-12"]);
  await submit("lead", "2.5", "Two of four.", month);
  await submit("lead", "2.3", "Six of eight.", month);
  expect(await waiting()).toEqual([]);
  await approve("head", "2.3", await words());
  await withdrawApproval(world.actors.head, { revisionId: await words(), reason: "Too early." });
  expect(await waiting()).toEqual(["2.3 2013-12"]);
});
