import { beforeAll, describe, expect, test } from "vitest";
import { useDatabase } from "#db/testing/use-database";
import type { Month } from "#db/vocabulary";
import { listEntries } from "#lib/history/list-entries";
import { sentenceText } from "#lib/history/sentence";
import { effectCounts } from "#lib/rules/effect-words";
import { gradeWord } from "#lib/rules/labels";
import { bySql } from "#lib/testing/by-sql";
import { commented } from "#lib/testing/commented";
import { defining } from "#lib/testing/defining";
import { inMonths } from "#lib/testing/months";
import { makeNeighbour, makeWorld, type World } from "#lib/testing/world";

const database = useDatabase();
let world: World;
let neighbour: World;
const { record, submit, approve } = commented(() => world, database);
const { newest } = inMonths(() => world, database);
const { page, form, preview, save } = defining(() => world);

beforeAll(async () => {
  world = await makeWorld(database);
  neighbour = await makeNeighbour(database);
  await record("2.3", "72");
  await record("2.5", "12");
  await record("2.3", "76", "2014-01");
  const submitted = await submit("lead", "2.3", "Better, by the new rota.");
  await approve("head", "2.3", submitted!.revisionId);
});

const easier = { "band-1": "70+", "band-2": "65-69", "band-3": "60-64" };
const said = async (outcome: "done" | "refused" = "done") => {
  const { groups } = await listEntries(world.actors.auditor, { verb: "indicator.define", outcome });
  return sentenceText(groups[0]!.headline);
};
const gradeIn = async (month: Month) => {
  const cell = (await page("2.3")).read.indicator?.cells.get(month);
  return gradeWord(cell!.labels, cell!.grade);
};

describe("a change from a month on", () => {
  test.each(["lead", "head", "auditor", "reader"] as const)("is not for the %s, nor is its preview", async (who) => {
    const typed = await form("2.3", "2013-12", easier);
    await expect(preview(who, typed)).rejects.toMatchObject({ code: "WRONG_ROLE" });
    const shown = await preview("officer", typed);
    await expect(save(who, typed, shown)).rejects.toMatchObject({ code: "WRONG_ROLE" });
    expect(await newest()).toMatchObject({ verb: "indicator.define", operation: "refused", person: world.people[who] });
  });

  test("is previewed with every month, grade and approval that it changes, and nothing of that is done", async () => {
    const before = await database.asOwner("select max(position) as last from audit.entry");
    const shown = await preview("officer", await form("2.3", "2013-12", easier));
    expect(shown.terms).toEqual([
      { term: "Outstanding band", was: "75+", becomes: "70+" },
      { term: "Good band", was: "71-75", becomes: "65-69" },
      { term: "Adequate band", was: "65-70", becomes: "60-64" },
    ]);
    expect(shown.lines).toEqual([
      { month: "2013-12", state: "open", kind: "grade", was: "Good", becomes: "Outstanding" },
      { month: "2013-12", state: "open", kind: "approval", was: "The head: holds", becomes: "The head: lapses" },
      { month: "2014-01", state: "open", kind: "comment", was: "required", becomes: "not required" },
    ]);
    expect(effectCounts(shown.lines)).toBe(
      "1 grade changes, 1 approval lapses and 1 month changes whether a comment is required",
    );
    expect(await database.asOwner("select max(position) as last from audit.entry")).toEqual(before);
    expect(await gradeIn("2013-12")).toBe("Good");
  });

  test("is recorded as it was previewed, with who, why and the lapse", async () => {
    const typed = await form("2.3", "2013-12", easier);
    const shown = await preview("officer", typed);
    expect(await save("officer", typed, shown)).toEqual(shown);
    expect(await gradeIn("2013-12")).toBe("Outstanding");
    expect(await gradeIn("2013-11")).toBe("Inadequate");
    expect(await newest()).toMatchObject({
      verb: "indicator.define",
      table_name: "lapse",
      reason: "The board agreed it.",
    });
    const own = "where indicator_id = $1 and from_month = '2013-12-01'";
    expect(
      await database.asOwner(`select set_by, withdrawn_at from band_set ${own}`, [world.indicators["2.3"]]),
    ).toEqual([{ set_by: world.people.officer, withdrawn_at: null }]);
    expect(await said()).toBe(
      "The officer changed what 2.3 is from December 2013. Reason: The board agreed it. An approval lapsed",
    );
  });

  test("that changes nothing is refused, and so is one before the indicator was defined", async () => {
    const same = await form("2.3", "2013-12", {});
    await expect(preview("officer", same)).rejects.toMatchObject({
      code: "INVALID",
      message: "Nothing here is different from what 2.3 is in December 2013.",
    });
    const early = { ...same, from: "2010-01" };
    await expect(preview("officer", early)).rejects.toMatchObject({
      code: "INVALID",
      fields: { from: expect.stringContaining("2.3 is defined from September 2013 on") },
    });
  });

  test("of a month that is over asks why, and says which months those are", async () => {
    const typed = await form("2.3", "2013-11", { "band-3": "60-70" });
    const shown = await preview("officer", typed);
    expect(shown.asksWhy).toBe(true);
    expect(shown.lines).toContainEqual({
      month: "2013-11",
      state: "closed",
      kind: "grade",
      was: "Inadequate",
      becomes: "Adequate",
    });
    await expect(save("officer", typed, shown, "")).rejects.toMatchObject({
      code: "INVALID",
      fields: { reason: expect.stringContaining("Say why") },
    });
  });
});

describe("bands", () => {
  test.each([
    [{ "band-1": "below 20" }, { "band-1": expect.stringContaining("for figures where lower is better") }],
    [{ "band-1": "60+" }, { "band-1": expect.stringContaining("must ask more than") }],
    [{ "band-2": "" }, { "band-2": expect.stringContaining("The band is empty") }],
    [{ "band-2": "good" }, { "band-2": expect.stringContaining("cannot be read as a band") }],
  ])("that contradict the direction or each other are refused by field: %j", async (typed, fields) => {
    await expect(preview("officer", await form("2.3", "2014-01", typed))).rejects.toMatchObject({
      code: "INVALID",
      fields,
    });
  });

  test("with a gap or an overlap are pointed out, and taken", async () => {
    const { remarks } = await preview("officer", await form("2.3", "2014-01", { "band-1": "80+" }));
    expect(remarks).toEqual([expect.stringContaining("leave a gap: a figure between 69 and 80 earns Good")]);
  });

  test("all of them left out are none from then on", async () => {
    const shown = await preview("officer", await form("2.5", "2013-12", { "band-1": "", "band-2": "", "band-3": "" }));
    expect(shown.lines).toContainEqual(
      expect.objectContaining({ kind: "grade", was: "Adequate", becomes: "no grade" }),
    );
  });
});

describe("a direction", () => {
  test("is not turned away from its bands", async () => {
    const typed = await form("2.3", "2014-01", { direction: "lower" });
    await expect(preview("officer", typed)).rejects.toMatchObject({
      code: "INVALID",
      fields: { "band-1": expect.stringContaining("for figures where higher is better") },
    });
  });

  test("nor from its milestones; with both, and after them, it is", async () => {
    const bands = { direction: "lower", "band-1": "10", "band-2": "20", "band-3": "30" };
    await expect(preview("officer", await form("2.3", "2013-12", bands))).rejects.toMatchObject({
      code: "INVALID",
      fields: { direction: expect.stringContaining("The milestone for December 2013 does not go with this") },
    });
    const shown = await preview("officer", await form("2.3", "2014-01", bands));
    expect(shown.terms).toContainEqual({ term: "Direction", was: "higher is better", becomes: "lower is better" });
  });

  test("is judged with whatever was set for later months", async () => {
    const later = await form("4.3", "2014-02", { "band-1": "below 9" });
    await save("officer", later, await preview("officer", later));
    const turned = { direction: "higher", "band-1": "90+", "band-2": "80-89", "band-3": "70-79" };
    await expect(preview("officer", await form("4.3", "2014-01", turned))).rejects.toMatchObject({
      code: "INVALID",
      message: expect.stringContaining(
        "The bands of 4.3 that hold in February 2014 would be read where higher is better",
      ),
    });
  });
});

describe("a version", () => {
  test("is set again from the same month: the former is withdrawn for the reason given", async () => {
    const typed = await form("2.3", "2013-12", { "band-1": "73+" });
    const shown = await preview("officer", typed);
    expect(shown.asksWhy).toBe(true);
    await save("officer", typed, shown, "The first were mistyped.");
    const { versions } = await page("2.3");
    const bands = versions.filter(({ kind, month }) => kind === "band_set" && month === "2013-12");
    expect(bands).toMatchObject([
      { words: "70+ · 65-69 · 60-64", withdrawnBy: "The officer", reason: "The first were mistyped." },
      { words: "73+ · 65-69 · 60-64", setBy: "The officer", withdrawnAt: null },
    ]);
  });
});

describe("two officers at once", () => {
  test("the second is told what the first set, beside their own", async () => {
    const mine = await form("2.3", "2014-02", { "band-1": "81+" });
    const shown = await preview("officer", mine);
    const theirs = await form("2.3", "2014-02", { "band-1": "79+" });
    await save("officer", theirs, await preview("officer", theirs));
    await expect(save("officer", mine, shown)).rejects.toMatchObject({
      code: "CONFLICT",
      message: expect.stringMatching(
        /^2\.3 was changed by The officer at \d\d:\d\d, after you opened this page\. In February 2014 it now has: band 1 79\+ \(yours: 81\+\)\. Open the page again/,
      ),
    });
    expect(await said("refused")).toMatch(
      /^The officer was refused: .*2\.3.* \(bands 81\+, 65-69, 60-64\)\. It had changed/,
    );
  });

  test("a refusal names what was tried differently, and nothing else", async () => {
    const mine = await form("4.3", "2014-02", { purpose: "To see who leaves." });
    const shown = await preview("officer", mine);
    const theirs = await form("4.3", "2014-02", { calculation: "Counted on the last day." });
    await save("officer", theirs, await preview("officer", theirs));
    await expect(save("officer", mine, shown)).rejects.toMatchObject({ code: "CONFLICT" });
    expect(await said("refused")).toMatch(
      /^The officer was refused: .*4\.3.* \(purpose, calculation\)\. It had changed/,
    );
  });

  test("who saves over something else than what was previewed is told the difference", async () => {
    const typed = await form("2.3", "2014-01", { "band-1": "77+" });
    const shown = await preview("officer", typed);
    await record("2.3", "90", "2014-01");
    await expect(save("officer", typed, shown)).rejects.toMatchObject({
      code: "CONFLICT",
      message: expect.stringMatching(/No longer: January 2014, grade: Outstanding → Good/),
    });
    expect((await page("2.3", "2014-01")).fields).toMatchObject({ "band-1": "73+" });
  });
});

describe("what is another organisation's", () => {
  test("is not there", async () => {
    const typed = await form("2.3", "2013-12", { "band-1": "74+" });
    const theirs = { ...typed, indicator: neighbour.indicators["2.3"] };
    await expect(preview("officer", theirs)).rejects.toMatchObject({ code: "NOT_FOUND" });
    const team = await form("2.3", "2013-12", { team: neighbour.teams.workforce });
    await expect(preview("officer", team)).rejects.toMatchObject({ fields: { team: expect.any(String) } });
  });

  test("nor does SQL write there by the verb", async () => {
    const written = bySql(database, () => world);
    const write = `insert into band_set (indicator_id, from_month, set_by) values ('${neighbour.indicators["2.3"]}', '2015-01-01', '${world.people.officer}')`;
    await expect(written("asApp", "officer", "indicator.define", write)).rejects.toMatchObject({
      detail: "WRONG_SCOPE",
    });
  });
});

test("it says what a figure covers, what it is for, how it is worked out and where it comes from", async () => {
  const said = {
    covers: "the year to date",
    purpose: "Whether children are seen soon.",
    calculation: "Every child assessed; not those who moved away.",
    data: "The case system, on the first Monday.",
  };
  const typed = await form("2.5", "2013-12", said);
  const shown = await preview("officer", typed);
  expect(shown.terms).toEqual([
    { term: "A figure covers", was: "none", becomes: said.covers },
    { term: "Purpose", was: "none", becomes: said.purpose },
    { term: "Calculation", was: "none", becomes: said.calculation },
    { term: "Source of the figures", was: "none", becomes: said.data },
  ]);
  await save("officer", typed, shown);
  expect((await page("2.5", "2013-12")).fields).toMatchObject(said);
  expect((await page("2.5", "2013-11")).fields).toMatchObject({ covers: "", purpose: "" });
});
