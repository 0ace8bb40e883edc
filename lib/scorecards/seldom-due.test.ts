import { beforeAll, describe, expect, test } from "vitest";
import { useDatabase } from "#db/testing/use-database";
import type { Month } from "#lib/rules/month";
import { exportRows } from "#lib/scorecards/export-rows";
import { getScorecard } from "#lib/scorecards/get-scorecard";
import { getSheet } from "#lib/scorecards/get-sheet";
import { changedSince, whatChanged } from "#lib/scorecards/what-changed";
import { commented } from "#lib/testing/commented";
import { made } from "#lib/testing/made";
import { makeSeldomDue } from "#lib/testing/seldom-due";
import { makeWorld, type World } from "#lib/testing/world";

const database = useDatabase();
let world: World;
const { record } = commented(() => world, database);

/** 2.5 fell from 12 to 7 to 4 over three quarters, none after; 4.3 fell from 30.3 to 12 in a year. */
beforeAll(async () => {
  world = await makeWorld(database);
  await makeSeldomDue(database, world);
  await record("2.5", "12", "2014-03");
  await record("2.5", "7", "2014-06");
  await record("2.5", "4", "2014-09");
  await record("4.3", "30.3", "2014-03");
  await record("4.3", "12", "2015-03");
  await record("2.3", "70", "2014-05");
  await record("2.3", "72", "2014-06");
});

const sheetOf = async (from: Month, to: Month) => {
  const scorecard = await getScorecard(world.actors.auditor, "improvement");
  return getSheet(world.actors.auditor, scorecard!, { from, to });
};
const changeIn = async (ref: string, month: Month) =>
  whatChanged(await sheetOf(month, month), month).find(({ indicator }) => indicator.ref === ref);

describe("an indicator that is not due every month", () => {
  test("has in each cell the month that it is compared with", async () => {
    const { indicators } = await sheetOf("2014-06", "2015-03");
    const previousOf = (ref: string, month: Month) =>
      indicators.find((indicator) => indicator.ref === ref)?.cells.get(month)?.previousDue;
    expect(previousOf("2.3", "2014-06")).toBe("2014-05");
    expect(previousOf("2.5", "2014-06")).toBe("2014-03");
    expect(previousOf("2.5", "2014-08")).toBe("2014-06");
    expect(previousOf("4.3", "2015-03")).toBe("2014-03");
  });

  test("changed since its last quarter, or its last year, though only one month is shown", async () => {
    expect(await changeIn("2.5", "2014-09")).toMatchObject({
      before: { month: "2014-06", actual: { value: "7" } },
      travel: { verdict: "improving", by: "3" },
      levels: 1,
    });
    expect(await changeIn("4.3", "2015-03")).toMatchObject({
      before: { month: "2014-03", actual: { value: "30.3" } },
      travel: { verdict: "improving", by: "18.3" },
      levels: 2,
    });
    expect(await changeIn("2.3", "2014-06")).toMatchObject({ before: { month: "2014-05" }, travel: { by: "2" } });
  });

  test("has no travel in a month it is not due, nor where one of the two figures is not given", async () => {
    expect(await changeIn("2.5", "2014-07")).toMatchObject({
      cell: { isDue: false },
      before: { actual: { value: "7" } },
      travel: null,
      levels: null,
    });
    expect(await changeIn("2.5", "2014-12")).toMatchObject({ before: { actual: { value: "4" } }, travel: null });
    expect(await changeIn("2.5", "2015-03")).toMatchObject({ before: { month: "2014-12" }, travel: null });
  });

  test("is compared over a year without more months being shown or exported", async () => {
    const sheet = await sheetOf("2015-03", "2015-03");
    expect(sheet.figureMonths).toEqual(["2015-03"]);
    expect(new Set(exportRows(sheet, made).map(({ month }) => month))).toEqual(new Set(["2015-03"]));
  });

  test("leaves a theme to say since when, unless all that is due has the same month before", async () => {
    const since = async (month: Month) => changedSince(whatChanged(await sheetOf(month, month), month));
    expect(await since("2014-08")).toBe("2014-07");
    expect(await since("2014-06")).toBeNull();
  });
});
