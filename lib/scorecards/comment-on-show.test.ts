import { beforeAll, describe, expect, test } from "vitest";
import { useDatabase } from "#db/testing/use-database";
import type { PersonActor } from "#lib/access/actor";
import { getScorecard } from "#lib/scorecards/get-scorecard";
import { getSheet } from "#lib/scorecards/get-sheet";
import { commented } from "#lib/testing/commented";
import { makeWorld, type World } from "#lib/testing/world";

const database = useDatabase();
let world: World;
const { approve, draft, record, submit } = commented(() => world, database);

beforeAll(async () => {
  world = await makeWorld(database);
  await record("2.3", "68");
});

async function shownTo(actor: PersonActor) {
  const scorecard = await getScorecard(actor, "improvement");
  if (!scorecard) throw new Error("The world has a scorecard.");
  const sheet = await getSheet(actor, scorecard, { from: "2013-11", to: "2014-01" });
  return sheet.indicators.find(({ ref }) => ref === "2.3")?.cells.get("2013-12")?.comment ?? null;
}

describe("the comment that a scorecard shows", () => {
  test("is none while words are drafted or wait for approval", async () => {
    await draft("lead", "2.3", "First thoughts.");
    expect(await shownTo(world.actors.lead)).toBeNull();
    await submit("lead", "2.3", "Five of seven were siblings.");
    expect(await shownTo(world.actors.auditor)).toBeNull();
  });

  test("is the approved revision, with who approved it, and stays while newer words wait", async () => {
    const { revisionId } = (await submit("lead", "2.3", "Five of seven were siblings, who moved in October."))!;
    await approve("head", "2.3", revisionId);
    const approved = {
      kind: "approved",
      body: "Five of seven were siblings, who moved in October.",
      decidedBy: "The head",
    };
    expect(await shownTo(world.actors.auditor)).toMatchObject(approved);
    await submit("lead", "2.3", "Newer words.");
    expect(await shownTo(world.actors.auditor)).toMatchObject(approved);
  });

  test("is not for a reader before its month is closed", async () => {
    expect(await shownTo(world.actors.reader)).toBeNull();
  });

  test("is why the approval lapsed, without its words, once the figure differs", async () => {
    await record("2.3", "70");
    expect(await shownTo(world.actors.auditor)).toEqual({
      kind: "lapsed",
      because: "68 became 70 after it was approved",
    });
  });
});
