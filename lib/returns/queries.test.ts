import { beforeAll, describe, expect, test } from "vitest";
import { useDatabase } from "#db/testing/use-database";
import { clearActual } from "#lib/actuals/clear-actual";
import { recordActual } from "#lib/actuals/record-actual";
import { getReturn, listReturns } from "#lib/returns/queries";
import { nothingTyped } from "#lib/rules/actual";
import { noReason } from "#lib/rules/change-reason";
import { makeWorld, type World } from "#lib/testing/world";

const database = useDatabase();
let world: World;

const partsOf = async (...asked: Parameters<typeof getReturn>) => (await getReturn(...asked)).parts;

beforeAll(async () => {
  world = await makeWorld(database);
  const cell = { indicatorId: world.indicators["2.3"], month: "2013-12" } as const;
  await recordActual(world.actors.secondLead, { ...cell, seen: 0, typed: { ...nothingTyped, value: "68" } });
});

describe("a return", () => {
  test("holds what is due from the lead's own teams, with last month, bands, milestone and what was saved", async () => {
    const [part, ...others] = await partsOf(world.actors.lead, "2013-12");
    expect(others).toEqual([]);
    expect(part).toMatchObject({ scorecard: { slug: "improvement" }, state: "open" });
    expect(part?.rows.map(({ ref }) => ref)).toEqual(["2.3", "2.5"]);
    expect(part?.rows[0]).toMatchObject({
      previous: { month: "2013-11", actual: { value: "63" }, grade: 4 },
      actual: { value: "68" },
      version: 1,
      saved: expect.stringMatching(/^Saved \d\d:\d\d by The secondLead$/),
      milestone: { asTyped: "75+", direction: "higher" },
      bands: { bestFirst: { 1: { asTyped: "71-75" } } },
      whyNot: null,
      comment: { state: "none" },
    });
    expect(part?.rows[1]).toMatchObject({ actual: null, version: 0, saved: null });
  });

  test("says to the person who saved it only when", async () => {
    const [part] = await partsOf(world.actors.secondLead, "2013-12");
    expect(part?.rows[0]?.saved).toMatch(/^Saved \d\d:\d\d$/);
  });

  test("of a closed month says why nobody may type", async () => {
    const [part] = await partsOf(world.actors.otherLead, "2013-11");
    expect(part?.rows).toMatchObject([
      { ref: "4.3", actual: { value: "30.3" }, whyNot: "November 2013 is closed, so its figures are locked." },
    ]);
  });

  test("is nobody's who leads no team, and of no month that is not planned", async () => {
    for (const who of ["head", "auditor", "officer", "reader"] as const) {
      expect(await partsOf(world.actors[who], "2013-12")).toEqual([]);
    }
    expect(await partsOf(world.actors.lead, "2014-02")).toEqual([]);
  });

  test("knows a cleared figure from one that nobody gave", async () => {
    const cell = { indicatorId: world.indicators["2.3"], month: "2013-12" } as const;
    await clearActual(world.actors.lead, { ...cell, seen: 1, ...noReason });
    const [part] = await partsOf(world.actors.lead, "2013-12");
    expect(part?.rows[0]).toMatchObject({
      actual: { value: null, missing: null },
      version: 2,
      saved: expect.stringMatching(/^Cleared \d\d:\d\d$/),
    });
    await recordActual(world.actors.lead, { ...cell, seen: 2, typed: { ...nothingTyped, missing: "x" } });
  });

  test("counts a reason as given, month by month, the newest first", async () => {
    const { returns, earlier } = await listReturns(world.actors.lead);
    expect(returns).toMatchObject([
      { month: "2014-01", state: "open", due: 2, given: 0 },
      { month: "2013-12", state: "open", due: 2, given: 1 },
      { month: "2013-11", state: "closed", due: 2, given: 2 },
    ]);
    expect(earlier).toBeNull();
  });
});
