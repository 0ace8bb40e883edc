import { beforeAll, describe, expect, test } from "vitest";
import { useDatabase } from "#db/testing/use-database";
import { listEntries } from "#lib/history/list-entries";
import { sentenceText } from "#lib/history/sentence";
import { commented } from "#lib/testing/commented";
import { inMonths } from "#lib/testing/months";
import { makeWorld, type World } from "#lib/testing/world";

const database = useDatabase();
let world: World;
const { reopen, stored, newest, view } = inMonths(() => world, database);
const { record } = commented(() => world, database);

beforeAll(async () => {
  world = await makeWorld(database);
});

describe("reopening a month", () => {
  test.each(["lead", "head", "auditor", "reader"] as const)("is not for the %s", async (who) => {
    await expect(reopen(who, "2013-11")).rejects.toMatchObject({ code: "WRONG_ROLE" });
    expect(await newest()).toMatchObject({ verb: "month.reopen", operation: "refused", person: world.people[who] });
    expect(await stored("2013-11")).toMatchObject({ closed: true });
  });

  test("lets its teams write again, and the trail keeps why", async () => {
    await reopen("officer", "2013-11", "2.3 was counted twice.");
    expect(await stored("2013-11")).toMatchObject({ closed: false, closed_by: null, version: 2 });
    await record("2.3", "64", "2013-11");
    const { groups } = await listEntries(world.actors.auditor, { verb: "month.reopen", outcome: "done" });
    expect(sentenceText(groups[0]!.headline)).toBe(
      "The officer reopened November 2013. Reason: 2.3 was counted twice.",
    );
    expect((await view("2013-11")).steps.map(({ did }) => did)).toEqual(["reopened", "opened"]);
  });

  test("of one that is open, or was never opened, is refused", async () => {
    await expect(reopen("officer", "2013-12")).rejects.toMatchObject({ code: "WRONG_STATE" });
    await expect(reopen("officer", "2014-02")).rejects.toMatchObject({ code: "MONTH_NOT_OPEN" });
  });
});
