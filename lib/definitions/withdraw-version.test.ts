import { beforeAll, expect, test } from "vitest";
import { useDatabase } from "#db/testing/use-database";
import { listEntries } from "#lib/history/list-entries";
import { sentenceText } from "#lib/history/sentence";
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
const { page, form, preview, save, previewWithdrawal, withdraw, version } = defining(() => world);

/** From December 2013 easier bands, which made an approval of a better grade. */
beforeAll(async () => {
  world = await makeWorld(database);
  neighbour = await makeNeighbour(database);
  await record("2.3", "72");
  const easier = await form("2.3", "2013-12", { "band-1": "70+", "band-2": "65-69", "band-3": "60-64" });
  await save("officer", easier, await preview("officer", easier));
  const submitted = await submit("lead", "2.3", "Better than ever.");
  await approve("head", "2.3", submitted!.revisionId);
});

test.each(["lead", "head", "auditor", "reader"] as const)("is not for the %s", async (who) => {
  const shown = await previewWithdrawal("officer", "2.3", "band_set", "2013-12");
  await expect(previewWithdrawal(who, "2.3", "band_set", "2013-12")).rejects.toMatchObject({ code: "WRONG_ROLE" });
  await expect(withdraw(who, "2.3", "band_set", "2013-12", shown)).rejects.toMatchObject({ code: "WRONG_ROLE" });
  expect(await newest()).toMatchObject({ verb: "version.withdraw", operation: "refused", person: world.people[who] });
});

test("what an indicator cannot be without is not withdrawn, and neither is another's", async () => {
  for (const kind of ["definition", "team"] as const) {
    await expect(previewWithdrawal("officer", "2.3", kind, "2013-09")).rejects.toMatchObject({ code: "WRONG_STATE" });
  }
  const { id } = await version("2.5", "band_set", "2013-09");
  const given = { indicatorId: world.indicators["2.3"], kind: "band_set", id, reason: "", previewed: null } as const;
  const { previewWithdrawal: asked } = await import("#lib/definitions/withdraw-version");
  await expect(asked(world.actors.officer, given)).rejects.toMatchObject({ code: "NOT_FOUND" });
  const theirs = { ...given, indicatorId: neighbour.indicators["2.5"] };
  await expect(asked(world.actors.officer, theirs)).rejects.toMatchObject({ code: "NOT_FOUND" });
});

test("a reason is asked for", async () => {
  const shown = await previewWithdrawal("officer", "2.3", "band_set", "2013-12");
  expect(shown.asksWhy).toBe(true);
  await expect(withdraw("officer", "2.3", "band_set", "2013-12", shown, "")).rejects.toMatchObject({ code: "INVALID" });
});

test("what held before holds again, the approval lapses, and it is told so", async () => {
  const shown = await previewWithdrawal("officer", "2.3", "band_set", "2013-12");
  expect(shown.lines).toContainEqual(
    expect.objectContaining({ month: "2013-12", kind: "grade", was: "Outstanding", becomes: "Good" }),
  );
  expect(shown.lines).toContainEqual(expect.objectContaining({ kind: "approval", becomes: "The head: lapses" }));
  expect(await withdraw("officer", "2.3", "band_set", "2013-12", shown)).toEqual(shown);
  expect((await page("2.3", "2013-12")).fields).toMatchObject({ "band-1": "75+" });
  const { groups } = await listEntries(world.actors.auditor, { verb: "version.withdraw", outcome: "done" });
  expect(sentenceText(groups[0]!.headline)).toBe(
    "The officer withdrew the bands of 2.3 from December 2013. Reason: Mistyped. An approval lapsed",
  );
});

test("once: who comes second is told by whom and why", async () => {
  const shown = { slug: "", ref: "", terms: [], lines: [], remarks: [], asksWhy: true };
  await expect(withdraw("officer", "2.3", "band_set", "2013-12", shown)).rejects.toMatchObject({
    code: "CONFLICT",
    message: expect.stringMatching(/^This was withdrawn by The officer at \d\d:\d\d: Mistyped\.$/),
  });
});

test("SQL changes nothing else of it by the verb", async () => {
  const written = bySql(database, () => world);
  const write = `update due_rule set to_month = '2014-01-01', ended_at = now(), ended_by = '${world.people.officer}' where indicator_id = '${world.indicators["2.3"]}'`;
  await expect(written("asApp", "officer", "version.withdraw", write)).rejects.toMatchObject({ detail: "FALSE_VERB" });
});
