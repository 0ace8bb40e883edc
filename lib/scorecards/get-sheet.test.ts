import { beforeAll, describe, expect, test } from "vitest";
import { actual } from "#db/schema/actuals";
import { useDatabase } from "#db/testing/use-database";
import { asReaderOf, type PersonActor } from "#lib/access/actor";
import { perform } from "#lib/audit/perform";
import type { Month } from "#lib/rules/month";
import { getScorecard } from "#lib/scorecards/get-scorecard";
import { getSheet } from "#lib/scorecards/get-sheet";
import type { Sheet } from "#lib/scorecards/sheet";
import { usualRange } from "#lib/scorecards/sheet-range";
import { listStatements } from "#lib/testing/count-statements";
import { makeWorld, type World } from "#lib/testing/world";

const database = useDatabase();
let world: World;

beforeAll(async () => {
  world = await makeWorld(database);
  await perform(world.actors.lead, "actual.record", async (tx) => {
    await tx.insert(actual).values([
      { indicatorId: world.indicators["2.3"], month: "2013-12", value: "68", provisional: true },
      { indicatorId: world.indicators["2.5"], month: "2013-12", missing: "x" },
    ]);
  });
});

async function sheetFor(actor: PersonActor): Promise<Sheet> {
  const scorecard = await getScorecard(actor, "improvement");
  if (!scorecard) throw new Error("The world has a scorecard.");
  const range = usualRange(scorecard);
  if (!range) throw new Error("The world has months.");
  return getSheet(actor, scorecard, range);
}

const cell = (sheet: Sheet, ref: string, month: "2013-11" | "2013-12" | "2014-01") =>
  sheet.indicators.find((indicator) => indicator.ref === ref)?.cells.get(month);

describe("the sheet of a scorecard", () => {
  test("gives each figure the grade of its month's bands, and each milestone its state", async () => {
    const sheet = await sheetFor(world.actors.auditor);
    expect(sheet.figureMonths).toEqual(["2013-11", "2013-12", "2014-01"]);
    expect(sheet.milestoneMonths).toEqual(["2013-12"]);
    expect(sheet.focus).toBe("2013-12");
    expect(sheet.indicators.map(({ ref }) => ref)).toEqual(["2.3", "2.5", "4.3"]);
    expect(cell(sheet, "2.3", "2013-11")).toMatchObject({
      actual: { value: "63" },
      grade: 4,
      state: "closed",
    });
    expect(cell(sheet, "2.3", "2013-12")).toMatchObject({
      actual: { value: "68", provisional: true },
      grade: 3,
      isDue: true,
      milestone: { state: "missed", words: "missed by 7", milestone: { asTyped: "75+" } },
      at: { measure: "Measure 2.3", section: { number: 2, title: "Timeliness" }, team: { name: "Assessment" } },
    });
    expect(cell(sheet, "2.5", "2013-12")).toMatchObject({
      actual: { value: null, missing: "x" },
      grade: null,
      milestone: { state: "due" },
    });
    expect(cell(sheet, "4.3", "2014-01")).toMatchObject({ actual: null, grade: null, milestone: null, state: "open" });
  });

  test("keeps what is not closed out of an edition, whoever looks, and shows the plan as due", async () => {
    const sheet = await sheetFor(asReaderOf(world.actors.auditor, "2014-01"));
    expect(sheet.figureMonths).toEqual(["2013-11"]);
    expect(sheet.focus).toBe("2013-11");
    expect(cell(sheet, "2.3", "2013-12")).toMatchObject({
      actual: null,
      grade: null,
      comment: null,
      milestone: { state: "due", words: "due" },
    });
  });

  test("keeps every month from a reader who looks at no edition", async () => {
    const sheet = await sheetFor(world.actors.reader);
    expect(sheet.figureMonths).toEqual([]);
    expect(cell(sheet, "2.3", "2013-11")).toMatchObject({ actual: null, grade: null, comment: null });
  });

  test("is read in one statement, and its scorecard in another, prepared and of one text whatever is asked", async () => {
    const read = async (from: Month, ids: string[]) => {
      const scorecard = (await getScorecard(world.actors.auditor, "improvement"))!;
      await getSheet(world.actors.auditor, scorecard, { from, to: "2014-01" }, { ids });
    };
    const [one, other] = [
      await listStatements(() => read("2013-11", [])),
      await listStatements(() => read("2013-12", Object.values(world.indicators))),
    ];
    expect(one).toHaveLength(2);
    expect(one).toEqual(other);
    expect(one.every(({ isPrepared }) => isPrepared)).toBe(true);
  });

  test("knows no scorecard by another name", async () => {
    expect(await getScorecard(world.actors.auditor, "nothing")).toBeNull();
  });
});
