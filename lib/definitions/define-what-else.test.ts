import { beforeAll, describe, expect, test } from "vitest";
import { database as appDatabase } from "#db/client";
import { useDatabase } from "#db/testing/use-database";
import type { Month } from "#db/vocabulary";
import { units } from "#db/vocabulary";
import { findCells } from "#lib/actuals/lock-cell";
import { PreviewDefinitionInput } from "#lib/definitions/inputs";
import { listEntries } from "#lib/history/list-entries";
import { sentenceText } from "#lib/history/sentence";
import { commented } from "#lib/testing/commented";
import { defining } from "#lib/testing/defining";
import { makeWorld, type World } from "#lib/testing/world";

const database = useDatabase();
let world: World;
const { record } = commented(() => world, database);
const { page, form, preview, save } = defining(() => world);

beforeAll(async () => {
  world = await makeWorld(database);
  await record("2.5", "12");
});

const said = async () => {
  const { groups } = await listEntries(world.actors.auditor, { verb: "indicator.define", outcome: "done" });
  return sentenceText(groups[0]!.headline);
};

describe("what else an indicator is", () => {
  test("its words, unit, precision, labels, refs and a break, from a month in the middle", async () => {
    const typed = await form("2.5", "2014-01", {
      measure: "Caseload, counted anew",
      unit: "average",
      precision: "1",
      numerator: "Cases",
      denominator: "Workers",
      refs: "A4, B2",
      breaks: "yes",
    });
    const shown = await preview("officer", typed);
    expect(shown.terms).toEqual([
      { term: "Measure", was: "Measure 2.5", becomes: "Caseload, counted anew" },
      { term: "Unit", was: "count, whole numbers", becomes: "average, 1 decimal" },
      { term: "Action plan", was: "A4", becomes: "A4, B2" },
      { term: "Numerator", was: "none", becomes: "Cases" },
      { term: "Denominator", was: "none", becomes: "Workers" },
      { term: "Series", was: "none", becomes: "breaks here" },
    ]);
    await save("officer", typed, shown);
    const at = (month: Month) => page("2.5", month).then(({ fields }) => fields);
    expect(await at("2013-12")).toMatchObject({ measure: "Measure 2.5", precision: "0" });
    expect(await at("2014-01")).toMatchObject({
      measure: "Caseload, counted anew",
      refs: "A4, B2",
      numerator: "Cases",
    });
    expect(await said()).toBe("The officer defined 2.5 from January 2014. Caseload, counted anew");
  });

  test("limits worked out anew from a month, by hand and with a reason, which goes with that month alone", async () => {
    const typed = await form("2.5", "2014-02", { rebased: "The work moved to another team." });
    const shown = await preview("officer", typed);
    expect(shown.terms).toContainEqual({
      term: "Limits",
      was: "none",
      becomes: "worked out anew from here: The work moved to another team.",
    });
    await save("officer", typed, shown);
    expect(await said()).toBe(
      "The officer defined 2.5 from February 2014. Caseload, counted anew. Its limits are worked out anew, because: The work moved to another team.",
    );
    expect((await page("2.5", "2014-02")).fields).toMatchObject({ rebased: "The work moved to another team." });
    expect((await page("2.5", "2014-03")).fields).toMatchObject({ rebased: "" });
    const places = (["2014-01", "2014-03"] as const).map((month) => ({ indicatorId: world.indicators["2.5"], month }));
    const cells = await findCells(appDatabase(), world.actors.officer, places);
    expect([...cells.values()].map(({ rebasedFrom }) => rebasedFrom)).toEqual([["2014-02"], ["2014-02"]]);
    const [kept] = await database.asOwner(
      `select w.body from indicator_definition d join audit.words w on w.digest = d.rebased_because where d.indicator_id = $1`,
      [world.indicators["2.5"]],
    );
    expect(kept).toEqual({ body: "The work moved to another team." });
  });

  test("words of more than one line, which are saved as they were typed", async () => {
    const purpose = "To see children soon.\n\nTo see them alone.";
    const typed = await form("2.5", "2014-04", { purpose });
    await save("officer", typed, await preview("officer", typed));
    expect((await page("2.5", "2014-04")).fields).toMatchObject({ purpose });
    const again = await form("2.5", "2014-05", { purpose: "To see children alone." });
    await save("officer", again, await preview("officer", again));
  });

  test("its team and how often it is due", async () => {
    const typed = await form("2.5", "2013-12", { team: world.teams.workforce, every: "3" });
    const shown = await preview("officer", typed);
    expect(shown.lines).toContainEqual(
      expect.objectContaining({ month: "2014-01", kind: "due", was: "due", becomes: "not due" }),
    );
    expect(shown.lines).toContainEqual(
      expect.objectContaining({ month: "2013-12", kind: "team", was: "Assessment", becomes: "Workforce" }),
    );
    await save("officer", typed, shown);
    const ends = await form("2.5", "2014-03", { every: "" });
    const never = await preview("officer", ends);
    expect(never.terms).toContainEqual({ term: "Due", was: "every quarter", becomes: "never" });
    expect(never.asksWhy).toBe(false);
    await save("officer", ends, never);
    expect((await page("2.5", "2014-03")).fields).toMatchObject({ every: "" });
    expect((await page("2.5", "2014-02")).fields).toMatchObject({ every: "3" });
  });

  test("what it is compared with, under another name and no more", async () => {
    const typed = await form("2.5", "2013-12", { benchmark: "England", value: "11.5", year: "2012/13" });
    await save("officer", typed, await preview("officer", typed));
    const other = await form("2.5", "2014-01", { benchmark: "Neighbours", value: "9" });
    const shown = await preview("officer", other);
    expect(shown.terms).toContainEqual(
      expect.objectContaining({
        term: "Neighbour average",
        was: "11.5, England, 2012/13",
        becomes: "9, Neighbours, 2012/13",
      }),
    );
    await save("officer", other, shown);
    const blank = { benchmark: "", value: "", year: "", set: "", source: "" };
    const none = await form("2.5", "2014-03", blank);
    await save("officer", none, await preview("officer", none));
    expect((await page("2.5", "2014-03")).fields).toMatchObject({ benchmark: "", value: "" });
    expect((await page("2.5", "2014-02")).fields).toMatchObject({ benchmark: "Neighbours", value: "9" });
    await expect(preview("officer", await form("2.5", "2014-03", { source: "A report" }))).rejects.toMatchObject({
      fields: { value: expect.stringContaining("Give the value") },
    });
  });

  test("figures that would not be taken in the new shape are pointed out and stay", async () => {
    const { remarks } = await preview("officer", await form("4.3", "2013-10", { precision: "0" }));
    expect(remarks).toContain(
      "What was recorded stays as it is, although it would not be taken now: 30.3 in November 2013.",
    );
  });

  test("that small numbers are hidden, of what is counted and of which it is known what a figure covers", async () => {
    const typed = await form("2.5", "2013-11", { covers: "as at the month’s end", small: "yes" });
    const shown = await preview("officer", typed);
    expect(shown.terms).toContainEqual({ term: "Small numbers", was: "none", becomes: "hidden from readers" });
    expect(shown.remarks).toContain(
      "Readers are no longer shown one figure of those recorded, in earlier editions too.",
    );
    await save("officer", typed, shown);
    expect((await page("2.5", "2013-11")).fields).toMatchObject({ small: "yes" });
    for (const [other, field] of [
      [{ covers: "" }, "covers"],
      [{ unit: "average" }, "small"],
    ] as const) {
      const read = PreviewDefinitionInput.safeParse({ ...typed, ...other });
      expect(read.error?.issues.map(({ path }) => path[0])).toEqual([field]);
    }
  });

  test.each([
    [{ measure: " " }, "measure"],
    [{ precision: "7" }, "precision"],
    [{ unit: "furlongs" }, "unit"],
    [{ from: "2013-13" }, "from"],
    [{ value: "many" }, "value"],
  ])("what cannot be read is refused by field: %j", async (typed, field) => {
    const read = PreviewDefinitionInput.safeParse({ ...(await form("2.3", "2013-12", {})), ...typed });
    expect(read.error?.issues.map(({ path }) => path[0])).toContain(field);
  });
});

test.each(units)("figures can be of %s", async (unit) => {
  const typed = await form("4.3", "2015-01", { unit, precision: "2", "band-1": "", "band-2": "", "band-3": "" });
  expect((await preview("officer", typed)).terms).toContainEqual({
    term: "Unit",
    was: "percent, 1 decimal",
    becomes: `${unit}, 2 decimals`,
  });
});
