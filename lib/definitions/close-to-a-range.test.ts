import { beforeAll, expect, test } from "vitest";
import { appPool } from "#db/client";
import { useDatabase } from "#db/testing/use-database";
import type { Month } from "#db/vocabulary";
import { asOf } from "#lib/audit/as-of";
import { takeCut } from "#lib/audit/take-cut";
import { listEntries } from "#lib/history/list-entries";
import { sentenceText } from "#lib/history/sentence";
import { bandsFromRows } from "#lib/rules/bands";
import { earnedGrade, gradeReason } from "#lib/rules/grade";
import { gradeWord } from "#lib/rules/labels";
import { getScorecard } from "#lib/scorecards/get-scorecard";
import { getSheet } from "#lib/scorecards/get-sheet";
import { copyScorecard } from "#lib/structure/copy-scorecard";
import { commented } from "#lib/testing/commented";
import { defining } from "#lib/testing/defining";
import { judgedAnew } from "#lib/testing/judged-anew";
import { makeWorld, type World } from "#lib/testing/world";

const database = useDatabase();
let world: World;
const { record, submit, approve } = commented(() => world, database);
const { page, form, preview, save, previewMilestones, setMilestones, withdraw, previewWithdrawal } = defining(
  () => world,
);

const { operate } = judgedAnew(() => world, database);

const nested = { direction: "within", "band-1": "10-14", "band-2": "8-16", "band-3": "18-6" };
async function sheetOf(slug: string) {
  const scorecard = await getScorecard(world.actors.auditor, slug);
  return getSheet(world.actors.auditor, scorecard!, { from: "2014-01", to: "2014-02" });
}

const cellIn = async (month: Month) => (await page("2.5")).read.indicator!.cells.get(month)!;

beforeAll(async () => {
  world = await makeWorld(database);
  await record("2.5", "12");
  await record("2.5", "16", "2014-01");
  const submitted = await submit("lead", "2.5", "Two workers came back.");
  await approve("head", "2.5", submitted!.revisionId);
});

test("ranges that do not nest are refused by which, and so is a band or a milestone with one end", async () => {
  const refused = async (typed: Record<string, string>) =>
    preview("officer", await form("2.5", "2014-01", { ...nested, ...typed })).then(
      () => null,
      ({ code, fields }) => ({ code, fields }),
    );
  expect(await refused({ "band-2": "12-16" })).toEqual({
    code: "INVALID",
    fields: { "band-1": expect.stringContaining("Good (12-16) must hold all of Outstanding (10-14), and more") },
  });
  expect(await refused({ "band-3": "below 5" })).toMatchObject({
    fields: { "band-3": expect.stringContaining("“below 5” has one end, and here close to a range is better") },
  });
  await expect(preview("officer", await form("2.5", "2013-12", nested))).rejects.toMatchObject({
    code: "INVALID",
    fields: { direction: expect.stringContaining("The milestone for December 2013 does not go with this") },
  });
});

test("it is previewed and set, and the figures are graded by it, on this side of the range and beyond it", async () => {
  const shown = await preview("officer", await form("2.5", "2014-01", nested));
  expect(shown.terms).toContainEqual({
    term: "Direction",
    was: "lower is better",
    becomes: "close to a range is better",
  });
  expect(shown.lines).toContainEqual(
    expect.objectContaining({ month: "2014-01", kind: "grade", was: "Inadequate", becomes: "Good" }),
  );
  await save("officer", await form("2.5", "2014-01", nested), shown);
  const cell = await cellIn("2014-01");
  expect(gradeWord(cell.labels, cell.grade)).toBe("Good");
  expect(gradeReason("16", cell.at.bands!, cell.labels)).toBe(
    "16 is within 8 to 16, the range of Good; 10 to 14 earns Outstanding",
  );
  const earlier = await cellIn("2013-12");
  expect(gradeWord(earlier.labels, earlier.grade)).toBe("Adequate");
  const kept = await database.asOwner(
    "select rank, edge::text, far_edge::text, strict from band where indicator_id = $1 and from_month = '2014-01-01' order by rank",
    [world.indicators["2.5"]],
  );
  expect(kept).toEqual([
    { rank: 1, edge: "10", far_edge: "14", strict: false },
    { rank: 2, edge: "8", far_edge: "16", strict: false },
    { rank: 3, edge: "6", far_edge: "18", strict: false },
  ]);
});

test("the database grades as the pages do", async () => {
  const { at, labels } = await cellIn("2014-01");
  for (const figure of [
    "0",
    "5.9",
    "6",
    "7.5",
    "8",
    "9.99",
    "10",
    "12",
    "14",
    "14.01",
    "16",
    "17",
    "18",
    "18.5",
    "400",
  ]) {
    const [earned] = await database.asOwner("select grade from audit.earned($1, '2014-01-01', $2)", [
      world.indicators["2.5"],
      figure,
    ]);
    expect(earned, figure).toEqual({ grade: earnedGrade(figure, at.bands, labels) });
  }
});

test("a range without a far end is one figure, and a far end that is none is refused by the database", async () => {
  const rows = [{ rank: 1, asTyped: "12", edge: "12", farEdge: null, strict: false }];
  expect(bandsFromRows("within", rows)?.bestFirst).toEqual([{ asTyped: "12", edge: "12", strict: false }]);
  const indicatorId = world.indicators["2.5"];
  for (const [far, strict] of [
    ["9", "false"],
    ["12", "true"],
    ["'NaN'", "false"],
  ]) {
    await expect(
      operate(
        `insert into milestone (indicator_id, month, as_typed, edge, far_edge, strict) values ('${indicatorId}', '2016-01-01', 'x', 10, ${far}, ${strict})`,
      ),
      `${far} ${strict}`,
    ).rejects.toThrow("milestone_range_has_two_ends");
  }
});

test("a milestone is met inside its range and missed outside it, and is previewed so", async () => {
  const shown = await previewMilestones("officer", "2.5", { "2014-01": "10-14", "2014-02": "14-18" });
  expect(shown.lines).toEqual([
    { month: "2014-01", state: "open", kind: "milestone", was: "none", becomes: "10-14, missed" },
    { month: "2014-02", state: "not opened", kind: "milestone", was: "none", becomes: "14-18, due" },
  ]);
  await setMilestones("officer", "2.5", { "2014-01": "10-14", "2014-02": "14-18" }, shown);
  expect((await cellIn("2014-01")).milestone).toMatchObject({ state: "missed", words: "missed by 2" });
  const met = await previewMilestones("officer", "2.5", { "2014-01": "15-17" });
  expect(met.lines).toMatchObject([{ was: "10-14, missed", becomes: "15-17, met" }]);
  await setMilestones("officer", "2.5", { "2014-01": "15-17" }, met);
  await expect(previewMilestones("officer", "2.5", { "2014-03": "below 8" })).rejects.toMatchObject({
    code: "INVALID",
    fields: { "milestone-2014-03": expect.stringContaining("has one end") },
  });
});

test("is told in the versions and in the history in words", async () => {
  const { versions } = await page("2.5");
  expect(versions.map(({ words }) => words)).toEqual(
    expect.arrayContaining([expect.stringContaining("close to a range is better"), "10-14 · 8-16 · 18-6"]),
  );
  const { groups } = await listEntries(world.actors.auditor, { verb: "indicator.define", outcome: "done" });
  expect(sentenceText(groups[0]!.headline)).toContain("changed what 2.5 is from January 2014");
});

test("a copy has its ranges, and is judged by them", async () => {
  const { scorecard, actors } = world;
  const named = { name: "Copy of a range", address: "copy-of-a-range", sentence: "A copy.", from: "2014-01" as Month };
  const slug = await copyScorecard(actors.officer, { of: scorecard.id, as: "2014-01", ...named });
  const copy = await sheetOf(slug!);
  const { now, cells } = copy.indicators.find(({ ref }) => ref === "2.5")!;
  expect(now.bands).toEqual((await cellIn("2014-01")).at.bands);
  expect(cells.get("2014-02")?.milestone?.milestone).toMatchObject({ edge: "14", farEdge: "18" });
});

test("is read of the past as it was then, after it has changed", async () => {
  const cut = (await takeCut(appPool()))!;
  const then = async () =>
    (await sheetOf(world.scorecard.slug)).indicators.find(({ ref }) => ref === "2.5")?.cells.get("2014-01");
  const [before] = [await then()];
  const wider = await form("2.5", "2014-01", { "band-1": "10-16", "band-2": "8-18", "band-3": "5-20" });
  await save("officer", wider, await preview("officer", wider));
  expect(await then()).toMatchObject({ grade: 1 });
  expect(await asOf(cut, then)).toEqual(before);
  expect(before).toMatchObject({ grade: 2, milestone: { state: "met", milestone: { edge: "15", farEdge: "17" } } });
});

test("cannot be withdrawn from under its bands and milestones", async () => {
  const attempt = async () => {
    const shown = await previewWithdrawal("officer", "2.5", "definition", "2014-01");
    await withdraw("officer", "2.5", "definition", "2014-01", shown);
  };
  await expect(attempt()).rejects.toMatchObject({
    code: "INVALID",
    message: expect.stringContaining("would be read where lower is better"),
  });
});
