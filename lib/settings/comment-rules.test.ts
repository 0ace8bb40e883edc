import { beforeAll, expect, test } from "vitest";
import { useDatabase } from "#db/testing/use-database";
import { listEntries } from "#lib/history/list-entries";
import { sentenceText } from "#lib/history/sentence";
import { getMonth } from "#lib/months/get-month";
import { getReturn } from "#lib/returns/queries";
import { getCommentRules } from "#lib/settings/get-comment-rules";
import { SetCommentRulesInput } from "#lib/settings/inputs";
import { setCommentRules } from "#lib/settings/set-comment-rules";
import { bySql } from "#lib/testing/by-sql";
import { commented } from "#lib/testing/commented";
import { makeNeighbour, makeWorld, type World } from "#lib/testing/world";

const database = useDatabase();
let world: World;
let neighbour: World;
const { record } = commented(() => world, database);
const written = bySql(database, () => world);

beforeAll(async () => {
  world = await makeWorld(database);
  neighbour = await makeNeighbour(database);
  await record("2.3", "68");
});

const today = "2014-01";
const said = async () => (await getCommentRules(world.actors.officer, today)).count;
const set = async (who: keyof World["actors"], typed: Record<string, string>, seen?: number) =>
  setCommentRules(
    world.actors[who],
    SetCommentRulesInput.parse({ lowestLevels: "", ...typed, seen: String(seen ?? (await said())) }),
  );
const everything = { milestoneMissed: "yes", gradeChanged: "yes", figureUnusual: "yes" };
/** Whether the checklist of December asks for a comment on 2.3, and the team's return. */
const asked = async () => {
  const month = await getMonth(world.actors.officer, world.scorecard.slug, "2013-12");
  return JSON.stringify(month?.checklist).includes("the grade is Adequate");
};

test.each(["lead", "head", "auditor", "reader"] as const)("is not the %s’s to say", async (who) => {
  await expect(set(who, { from: "2013-12" })).rejects.toMatchObject({ code: "WRONG_ROLE" });
});

test("from a month on, which checklist and return follow at once; the history says what", async () => {
  const before = JSON.stringify(await getReturn(world.actors.lead, "2013-12"));
  expect(await asked()).toBe(true);
  await set("officer", { from: "2013-12", ...everything, lowestLevels: "1" });
  expect(await asked()).toBe(false);
  expect(JSON.stringify(await getReturn(world.actors.lead, "2013-12"))).not.toBe(before);
  const { groups } = await listEntries(world.actors.auditor, { verb: "comment_rule.set", outcome: "done" });
  expect(sentenceText(groups[0]!.headline)).toBe(
    "The officer set when a comment is required from December 2013: where the grade is the lowest, its milestone is missed, the grade changed or the figure is unusual",
  );
});

test("anew from the same month, which withdraws what was said; and not over what was not seen", async () => {
  await expect(set("officer", { from: "2013-12" }, 0)).rejects.toMatchObject({
    code: "CONFLICT",
    message: expect.stringContaining("from December 2013 a comment is required where the grade is the lowest"),
  });
  await set("officer", { from: "2013-12", ...everything });
  expect(await asked()).toBe(true);
  const { rules, count } = await getCommentRules(world.actors.officer, today);
  expect([rules.length, count]).toEqual([1, 2]);
});

test("by one of two who say so at once", async () => {
  const seen = await said();
  const both = await Promise.allSettled(
    ["2014-02", "2014-03"].map((from) => set("officer", { from, ...everything }, seen)),
  );
  expect(both.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  expect(both.find(({ status }) => status === "rejected")).toMatchObject({ reason: { code: "CONFLICT" } });
});

test("not from a month that is closed, by SQL either; nor for another organisation", async () => {
  await expect(set("officer", { from: "2013-11" })).rejects.toMatchObject({
    fields: { from: "November 2013 is closed, and what was required of it stays. Choose a month after it." },
  });
  const insert = (organisation: string, month: string) =>
    written(
      "asApp",
      "officer",
      "comment_rule.set",
      `insert into comment_rule (organisation_id, from_month, set_by, milestone_missed, grade_changed, figure_unusual)
       values ('${organisation}', '${month}-01', '${world.people.officer}', true, true, true)`,
    );
  await expect(insert(world.organisationId, "2013-11")).rejects.toMatchObject({ detail: "WRONG_STATE" });
  await expect(insert(neighbour.organisationId, "2016-11")).rejects.toMatchObject({ detail: "WRONG_SCOPE" });
  expect((await getCommentRules(neighbour.actors.officer, today)).rules).toEqual([]);
});
