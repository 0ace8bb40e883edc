import { beforeAll, describe, expect, test } from "vitest";
import { useDatabase } from "#db/testing/use-database";
import type { Month } from "#db/vocabulary";
import { clearActual } from "#lib/actuals/clear-actual";
import { recordActual } from "#lib/actuals/record-actual";
import { nothingTyped } from "#lib/rules/actual";
import { noReason } from "#lib/rules/change-reason";
import { makeWorld, type World } from "#lib/testing/world";

const database = useDatabase();
let world: World;
const month = "2013-12";

beforeAll(async () => {
  world = await makeWorld(database);
  await recordActual(world.actors.lead, {
    indicatorId: world.indicators["2.3"],
    month,
    seen: 0,
    typed: { ...nothingTyped, value: "68", note: "typed in the wrong row", estimated: true },
  });
});

const clear = (
  who: keyof World["actors"],
  seen: number,
  { ref = "2.3" as keyof World["indicators"], of = month as Month } = {},
) => clearActual(world.actors[who], { indicatorId: world.indicators[ref], month: of, seen, ...noReason });

const stored = async () =>
  (
    await database.asOwner("select * from actual where indicator_id = $1 and month = '2013-12-01'", [
      world.indicators["2.3"],
    ])
  )[0];

const newestEntry = async () => (await database.asOwner("select * from audit.entry order by position desc limit 1"))[0];

describe("clearing an actual", () => {
  test.each(["head", "auditor", "officer", "reader"] as const)("is not for the %s", async (who) => {
    await expect(clear(who, 1)).rejects.toMatchObject({ code: "WRONG_ROLE" });
    expect(await newestEntry()).toMatchObject({
      operation: "refused",
      verb: "actual.clear",
      person: world.people[who],
    });
  });

  test("is not for another team's lead", async () => {
    await expect(clear("otherLead", 1)).rejects.toMatchObject({ code: "WRONG_SCOPE" });
  });

  test("is not possible once the month is closed", async () => {
    await expect(clear("lead", 1, { of: "2013-11" })).rejects.toMatchObject({ code: "MONTH_CLOSED" });
  });

  test("of a version that somebody changed is refused with what it says now", async () => {
    await recordActual(world.actors.secondLead, {
      indicatorId: world.indicators["2.3"],
      month,
      seen: 1,
      typed: { ...nothingTyped, value: "70" },
    });
    await expect(clear("lead", 1)).rejects.toMatchObject({
      code: "CONFLICT",
      message: expect.stringMatching(/was changed to 70 by The secondLead .* You were clearing it\.$/),
      details: { theirs: { version: 2 } },
    });
    expect(await stored()).toMatchObject({ value: "70" });
  });

  test("leaves the row with nothing said, and its figure in the trail", async () => {
    expect(await clear("lead", 2)).toMatchObject({ version: 3, content: { value: null, missing: null } });
    expect(await stored()).toMatchObject({ value: null, note: null, provisional: false, estimated: false, version: 3 });
    expect(await newestEntry()).toMatchObject({
      verb: "actual.clear",
      operation: "changed",
      person: world.people.lead,
      before: { value: 70 },
      after: { value: null },
    });
  });

  test("of nothing is refused, and the cell can be recorded again", async () => {
    const message = "for December 2013 has no figure to clear.";
    await expect(clear("lead", 3)).rejects.toMatchObject({ code: "WRONG_STATE", message: `2.3 ${message}` });
    await expect(clear("lead", 0, { ref: "2.5" })).rejects.toMatchObject({
      code: "WRONG_STATE",
      message: `2.5 ${message}`,
    });
    const again = {
      indicatorId: world.indicators["2.3"],
      month,
      seen: 3,
      typed: { ...nothingTyped, value: "68" },
    } as const;
    expect(await recordActual(world.actors.lead, again)).toMatchObject({ version: 4, content: { value: "68" } });
  });
});
