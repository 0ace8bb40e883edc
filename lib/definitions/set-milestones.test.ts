import { beforeAll, expect, test } from "vitest";
import { useDatabase } from "#db/testing/use-database";
import { PreviewMilestonesInput, SetMilestonesInput } from "#lib/definitions/inputs";
import { previewMilestones as ask, setMilestones as send } from "#lib/definitions/set-milestones";
import { listEntries } from "#lib/history/list-entries";
import { sentenceText } from "#lib/history/sentence";
import { commented } from "#lib/testing/commented";
import { defining } from "#lib/testing/defining";
import { inMonths } from "#lib/testing/months";
import { makeNeighbour, makeWorld, type World } from "#lib/testing/world";

const database = useDatabase();
let world: World;
let neighbour: World;
const { record } = commented(() => world, database);
const { newest } = inMonths(() => world, database);
const { previewMilestones, setMilestones, milestones, page } = defining(() => world);

beforeAll(async () => {
  world = await makeWorld(database);
  neighbour = await makeNeighbour(database);
  await record("2.3", "72");
});

test.each(["lead", "head", "auditor", "reader"] as const)("is not for the %s", async (who) => {
  const shown = await previewMilestones("officer", "2.3", { "2013-12": "70+" });
  await expect(previewMilestones(who, "2.3", { "2013-12": "70+" })).rejects.toMatchObject({ code: "WRONG_ROLE" });
  await expect(setMilestones(who, "2.3", { "2013-12": "70+" }, shown)).rejects.toMatchObject({ code: "WRONG_ROLE" });
  expect(await newest()).toMatchObject({ verb: "milestones.set", operation: "refused", person: world.people[who] });
});

test("several months at once: what differs is written, and was previewed", async () => {
  const typed = { "2013-12": "70+", "2014-06": "80+", "2014-07": "" };
  const shown = await previewMilestones("officer", "2.3", typed);
  expect(shown.lines).toEqual([
    { month: "2013-12", state: "open", kind: "milestone", was: "75+, missed", becomes: "70+, met" },
    { month: "2014-06", state: "not opened", kind: "milestone", was: "none", becomes: "80+, due" },
  ]);
  expect(shown.asksWhy).toBe(true);
  await setMilestones("officer", "2.3", typed, shown);
  const { read } = await page("2.3");
  expect([...read.own.milestones.values()].map(({ month, asTyped }) => [month, asTyped])).toEqual(
    expect.arrayContaining([
      ["2013-12", "70+"],
      ["2014-06", "80+"],
    ]),
  );
  const { groups } = await listEntries(world.actors.auditor, { verb: "milestones.set", outcome: "done" });
  expect(sentenceText(groups[0]!.headline)).toBe("The officer set milestones of 2.3. Reason: The plan changed.");
});

test("one is taken away by leaving it blank, with a reason", async () => {
  const shown = await previewMilestones("officer", "2.3", { "2014-06": "" });
  await expect(setMilestones("officer", "2.3", { "2014-06": "" }, shown, "")).rejects.toMatchObject({
    code: "INVALID",
  });
  await setMilestones("officer", "2.3", { "2014-06": "" }, shown);
  expect((await page("2.3")).read.own.milestones.has("2014-06")).toBe(false);
});

test.each([
  [{ "2014-03": "below 80" }, "milestone-2014-03", "for figures where lower is better"],
  [{ "2014-03": "soon" }, "milestone-2014-03", "cannot be read as a milestone"],
  [{ "2010-03": "80" }, "milestone-2010-03", "2.3 is not defined in March 2010"],
] as const)("what cannot be read is refused by its month: %j", async (typed, field, message) => {
  await expect(previewMilestones("officer", "2.3", typed)).rejects.toMatchObject({
    code: "INVALID",
    fields: { [field]: expect.stringContaining(message) },
  });
});

test("what is there already is refused, and so is another organisation's", async () => {
  await expect(previewMilestones("officer", "2.3", { "2013-12": "70+" })).rejects.toMatchObject({
    message: "These are the milestones that 2.3 has.",
  });
  const typed = { ...(await milestones("2.3", { "2014-08": "80" })), indicator: neighbour.indicators["2.3"] };
  await expect(ask(world.actors.officer, PreviewMilestonesInput.parse(typed))).rejects.toMatchObject({
    code: "NOT_FOUND",
  });
});

test("two officers at once: the second is told both", async () => {
  const mine = await milestones("2.3", { "2014-09": "90+" });
  const shown = await previewMilestones("officer", "2.3", { "2014-09": "85+" });
  await setMilestones("officer", "2.3", { "2014-09": "85+" }, shown);
  const sent = SetMilestonesInput.parse({ ...mine, previewed: "September 2014, milestone: none → 90+, due" });
  await expect(send(world.actors.officer, sent)).rejects.toMatchObject({
    code: "CONFLICT",
    message: expect.stringMatching(
      /^The milestones of 2\.3 were changed by The officer at \d\d:\d\d, after you opened this page: September 2014 85\+ \(yours: 90\+\)/,
    ),
  });
});
