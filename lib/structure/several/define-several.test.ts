import { beforeAll, expect, test } from "vitest";
import { useDatabase } from "#db/testing/use-database";
import type { Month } from "#db/vocabulary";
import { previewed } from "#lib/definitions/preview-asked";
import { listEntries } from "#lib/history/list-entries";
import { sentenceText } from "#lib/history/sentence";
import {
  type ChangedSeveral,
  defineSeveral,
  everyLineSeveral,
  previewSeveral,
} from "#lib/structure/several/define-several";
import { getSeveral } from "#lib/structure/several/get-several";
import { DefineSeveralInput, PreviewSeveralInput, severalField } from "#lib/structure/several/inputs";
import { commented } from "#lib/testing/commented";
import { defining } from "#lib/testing/defining";
import { inMonths } from "#lib/testing/months";
import { makeNeighbour, makeWorld, type World } from "#lib/testing/world";

const database = useDatabase();
let world: World;
let neighbour: World;
const { record } = commented(() => world, database);
const { newest } = inMonths(() => world, database);
const { form: formOfOne, preview: previewOfOne, save: saveOne } = defining(() => world);

beforeAll(async () => {
  world = await makeWorld(database);
  neighbour = await makeNeighbour(database);
  await record("2.3", "72");
  await record("2.5", "12");
});

type Typed = Record<string, string>;
type Who = keyof World["actors"];

const page = async (from: Month) =>
  (await getSeveral(world.actors.officer, world.scorecard.slug, { from, part: undefined }))!;

/** The form of a month as it comes, with some of it chosen otherwise. */
async function form(from: Month, typed: Typed): Promise<Typed> {
  const { rows, seen } = await page(from);
  const fields = rows.map(({ ref, team, every, precision }) => ({
    [severalField("team", ref)]: team?.id ?? "",
    [severalField("every", ref)]: String(every ?? ""),
    [severalField("precision", ref)]: String(precision),
  }));
  return Object.assign({ scorecard: world.scorecard.id, from, seen }, ...fields, typed);
}

const preview = (who: Who, typed: Typed) => previewSeveral(world.actors[who], PreviewSeveralInput.parse(typed));
const save = (who: Who, typed: Typed, shown: ChangedSeveral, reason = "") =>
  defineSeveral(
    world.actors[who],
    DefineSeveralInput.parse({ ...typed, previewed: everyLineSeveral(shown).join("\n"), reason }),
  );

test.each(["lead", "head", "auditor", "reader"] as const)("is not for the %s, nor is its preview", async (who) => {
  const typed = await form("2014-01", { "precision-2.3": "2" });
  await expect(preview(who, typed)).rejects.toMatchObject({ code: "WRONG_ROLE" });
  await expect(save(who, typed, await preview("officer", typed))).rejects.toMatchObject({ code: "WRONG_ROLE" });
  expect(await newest()).toMatchObject({ verb: "indicator.define", operation: "refused", person: world.people[who] });
});

test("is not there in another organisation", async () => {
  const typed = await form("2014-01", { "precision-2.3": "2" });
  await expect(previewSeveral(neighbour.actors.officer, PreviewSeveralInput.parse(typed))).rejects.toMatchObject({
    code: "NOT_FOUND",
  });
});

test("several indicators change in one act, previewed each with its months, and those left as they were change nothing", async () => {
  const before = (await page("2014-01")).rows;
  const typed = await form("2014-01", {
    "precision-2.3": "2",
    "every-2.3": "3",
    "team-2.5": world.teams.workforce,
  });
  const shown = await preview("officer", typed);
  expect(shown.changed.map(({ ref, terms }) => [ref, terms.map(({ term }) => term)])).toEqual([
    ["2.3", ["Unit", "Due"]],
    ["2.5", ["Team"]],
  ]);
  expect(await page("2014-01")).toMatchObject({ rows: before });

  await save("officer", typed, shown, "The plan for next year.");
  const { rows } = await page("2014-01");
  expect(rows.find(({ ref }) => ref === "2.3")).toMatchObject({
    precision: 2,
    every: 3,
    team: { id: world.teams.assessment },
  });
  expect(rows.find(({ ref }) => ref === "2.5")).toMatchObject({ team: { id: world.teams.workforce } });
  expect(rows.filter(({ ref }) => !["2.3", "2.5"].includes(ref))).toEqual(
    before.filter(({ ref }) => !["2.3", "2.5"].includes(ref)),
  );
  expect((await page("2013-12")).rows).toMatchObject([{ precision: 0, every: 1 }, {}, {}]);

  const { groups } = await listEntries(world.actors.auditor, { verb: "indicator.define", outcome: "done" });
  expect(sentenceText(groups[0]!.headline)).toBe(
    "The officer changed what 2 indicators are from January 2014. Reason: The plan for next year.",
  );
});

test("one of them that is refused leaves all as they were, and says which it is at its own field", async () => {
  const typed = await form("2014-02", { "precision-2.3": "1", "team-2.5": neighbour.teams.assessment });
  await expect(preview("officer", typed)).rejects.toMatchObject({
    code: "INVALID",
    message: "2.5: Choose the team that answers for it.",
    fields: { "team-2.5": "2.5: Choose the team that answers for it." },
  });
  const wrong = await previewed(
    PreviewSeveralInput,
    { ...typed, "precision-2.3": "7", "every-2.5": "5" },
    (input) => previewSeveral(world.actors.officer, input),
    everyLineSeveral,
  );
  expect(wrong).toMatchObject({
    ok: false,
    fields: { "precision-2.3": "2.3: 0 to 4 decimals are kept.", "every-2.5": "2.5: Choose how often it is due." },
  });
  expect((await page("2014-02")).rows.find(({ ref }) => ref === "2.3")).toMatchObject({ precision: 2 });
});

test("what changes nothing is refused", async () => {
  await expect(preview("officer", await form("2014-02", {}))).rejects.toMatchObject({
    code: "INVALID",
    message: "Nothing here is different from what these indicators are in February 2014.",
  });
});

test("whoever opened the form before another changed one of them is told what it has now", async () => {
  const typed = await form("2014-03", { "precision-2.3": "1" });
  const other = await formOfOne("2.5", "2014-03", { precision: "1" });
  await saveOne("officer", other, await previewOfOne("officer", other));
  await expect(preview("officer", typed)).rejects.toMatchObject({
    code: "CONFLICT",
    message: expect.stringContaining("2.5 has the team Workforce, is due every month and shows 1 decimal"),
  });
});

test("whoever saves over something else than was previewed is told the difference", async () => {
  const typed = await form("2014-04", { "precision-2.3": "1" });
  const shown = await preview("officer", typed);
  await expect(save("officer", { ...typed, "every-2.5": "12" }, shown)).rejects.toMatchObject({
    code: "CONFLICT",
    message: expect.stringContaining("Now also: 2.5: Due: every month → every year"),
  });
});

test("of a month that is over it asks why", async () => {
  const typed = await form("2013-10", { "every-2.3": "3" });
  const shown = await preview("officer", typed);
  expect(shown.asksWhy).toBe(true);
  await expect(save("officer", typed, shown)).rejects.toMatchObject({
    code: "INVALID",
    fields: { reason: expect.any(String) },
  });
});
