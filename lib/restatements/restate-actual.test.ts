import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { useDatabase } from "#db/testing/use-database";
import { recordActual } from "#lib/actuals/record-actual";
import { findEdition } from "#lib/audit/find-edition";
import { approveComment } from "#lib/commentary/approve-comment";
import { listEntries } from "#lib/history/list-entries";
import { sentenceText } from "#lib/history/sentence";
import { nothingTyped } from "#lib/rules/actual";
import { commentState } from "#lib/rules/commentary-status";
import { restatedWords } from "#lib/rules/restating";
import { bySql } from "#lib/testing/by-sql";
import { commented } from "#lib/testing/commented";
import { inMonths } from "#lib/testing/months";
import { inRestatements } from "#lib/testing/restated";
import { makeWorld, type World } from "#lib/testing/world";

const database = useDatabase();
let world: World;
const { cell, seenWords, record, submit, approve, newestRefusal } = commented(() => world, database);
const { close, publish } = inMonths(() => world, database);
const written = bySql(database, () => world);
const month = "2013-12";

const { restate } = inRestatements(() => world, database);

type Ref = keyof World["indicators"];

const stored = async (ref: Ref) =>
  database.withWords(
    await database.asOwner(
      `select category, reason, figure_before, missing_before, figure, missing, edition_number, actual_version, comment_holds, restated_by
       from restatement where indicator_id = $1 order by restated_at`,
      [world.indicators[ref]],
    ),
  );

beforeAll(async () => {
  world = await makeWorld(database);
});

describe("a figure that is not published", () => {
  test("is recorded and not restated, while its month is open or closed", async () => {
    await record("2.3", "68");
    await submit("lead", "2.3", "Two assessments were late.");
    await approve("head", "2.3", (await seenWords("2.3", month)).revisionId!);
    await expect(restate("head", "2.3", { value: "70" })).rejects.toMatchObject({
      code: "WRONG_STATE",
      message: "December 2013 is open, so 2.3 is recorded and not restated: its team lead changes it in the return.",
    });
    expect(await newestRefusal()).toMatchObject({ code: "WRONG_STATE", verb: "actual.restate", month });
    await close("officer", month, "The board meets.");
    await expect(restate("head", "2.3", { value: "70" })).rejects.toMatchObject({
      code: "WRONG_STATE",
      message: expect.stringContaining(
        "December 2013 is closed and not published, so 2.3 is recorded and not restated",
      ),
    });
  });
});

describe("restating a published figure", () => {
  beforeAll(async () => {
    await publish("officer", month, "The board meets on Monday.");
  });

  test("is for the head of service of its team alone", async () => {
    for (const who of ["lead", "auditor", "officer", "reader"] as const) {
      await expect(restate(who, "2.3", { value: "70" }), who).rejects.toMatchObject({ code: "WRONG_ROLE" });
    }
    await expect(restate("otherHead", "2.3", { value: "70" })).rejects.toMatchObject({
      code: "WRONG_SCOPE",
      message: "2.3 belongs to the Assessment team, and you are not its head of service.",
    });
    await expect(
      recordActual(world.actors.lead, {
        indicatorId: world.indicators["2.3"],
        month,
        seen: 1,
        typed: { ...nothingTyped, value: "70" },
      }),
    ).rejects.toMatchObject({
      code: "MONTH_CLOSED",
      message:
        "December 2013 is published, so its figures are locked. Its head of service restates one that was wrong.",
    });
    expect(await stored("2.3")).toEqual([]);
  });

  test("gives another figure, or says why there is none, and takes nothing back", async () => {
    await expect(restate("head", "2.3")).rejects.toMatchObject({
      code: "INVALID",
      fields: { value: expect.stringContaining("Blank is not zero") },
    });
    await expect(restate("head", "2.3", { value: "68" })).rejects.toMatchObject({
      code: "INVALID",
      fields: { value: "This is what 2.3 for December 2013 says already." },
    });
    await expect(restate("head", "2.3", { value: "seventy" })).rejects.toMatchObject({ code: "INVALID" });
  });

  test("over another figure than was read is refused with both", async () => {
    await expect(restate("head", "2.3", { value: "70", seen: 0 })).rejects.toMatchObject({
      code: "CONFLICT",
      message: expect.stringContaining("Yours was 70."),
    });
  });

  test("asks whether the comment that was approved for it still holds", async () => {
    await expect(restate("head", "2.3", { value: "70" })).rejects.toMatchObject({
      code: "INVALID",
      fields: { holds: "Say whether the comment still holds." },
    });
    await expect(restate("head", "2.3", { value: "70", holds: true, revisionId: randomUUID() })).rejects.toMatchObject({
      code: "CONFLICT",
    });
    // Approved after the page was opened, so its words were not on it.
    await expect(restate("head", "2.3", { value: "70", holds: true, revisionId: null })).rejects.toMatchObject({
      code: "CONFLICT",
    });
    expect(await stored("2.3")).toEqual([]);
  });

  test("where it holds keeps its approval, now for the new figure, and no approval lapses", async () => {
    const { revisionId } = await seenWords("2.3", month);
    expect(await restate("head", "2.3", { value: "70", holds: true, revisionId })).toEqual({
      slug: world.scorecard.slug,
      ref: "2.3",
    });
    expect(await stored("2.3")).toEqual([
      {
        category: "late data",
        reason: "Two records came in late.",
        figure_before: "68",
        missing_before: null,
        figure: "70",
        missing: null,
        edition_number: 1,
        actual_version: 2,
        comment_holds: true,
        restated_by: world.people.head,
      },
    ]);
    const now = (await cell("2.3", month))!;
    expect(now.actual).toMatchObject({ value: "70", version: 2 });
    expect(commentState(now.revisions, now.present, now.labels)).toMatchObject({
      state: "approved",
      decision: { figure: "70" },
    });
    expect(await database.asOwner("select from lapse")).toEqual([]);
  });

  test("is told in the trail as one sentence, with category, reason and what became of the comment", async () => {
    const { groups } = await listEntries(world.actors.auditor, { verb: "actual.restate", outcome: "done" });
    expect(groups.map(({ headline }) => sentenceText(headline))).toEqual([
      "The head restated 2.3 for December 2013, after edition 1: 68 (Adequate) → 70 (Adequate). Late data. Reason: Two records came in late. Its comment still holds, and is approved for what stands now",
    ]);
  });

  test("where it does not hold lets the approval lapse, and the comment waits again", async () => {
    const { revisionId } = await seenWords("2.3", month);
    await restate("head", "2.3", {
      value: "76",
      category: "error",
      reason: "Counted twice.",
      holds: false,
      revisionId,
    });
    const now = (await cell("2.3", month))!;
    expect(commentState(now.revisions, now.present, now.labels)).toMatchObject({ state: "lapsed" });
    expect((await stored("2.3")).at(-1)).toMatchObject({
      category: "error",
      comment_holds: false,
      figure_before: "70",
    });
    const [lapsed] = await database.asOwner("select cause, lapsed_by from lapse");
    expect(lapsed).toEqual({ cause: "figure", lapsed_by: world.people.head });
    // Nothing is approved by then, so nothing is asked.
    await restate("head", "2.3", { value: "77", category: "error" });
    expect((await stored("2.3")).at(-1)).toMatchObject({ comment_holds: null, figure: "77" });
  });

  test("does not approve anew what the head wrote themselves", async () => {
    const revisionId = (await seenWords("2.3", month)).revisionId!;
    const { present, actual } = (await cell("2.3", month))!;
    await approveComment(world.actors.head, { revisionId, seen: { ...present, version: actual!.version } });
    await database.asOwner("alter table revision_author disable trigger keep_submitted_authors");
    await database.asOwner(
      `do $$ begin perform audit.begin_operator('an author'); insert into revision_author (revision_id, indicator_id, month, person_id)
       values ('${revisionId}', '${world.indicators["2.3"]}', '${month}-01', '${world.people.head}'); end $$`,
    );
    await database.asOwner("alter table revision_author enable always trigger keep_submitted_authors");
    await expect(restate("head", "2.3", { value: "80", holds: true, revisionId })).rejects.toMatchObject({
      code: "OWN_WORDS",
    });
    await restate("head", "2.3", { value: "80", holds: false, revisionId });
    expect((await stored("2.3")).at(-1)).toMatchObject({ figure: "80", comment_holds: false });
  });

  test("gives a figure that was never given, and says of one that there is none", async () => {
    await restate("head", "2.5", { value: "4" });
    expect(await stored("2.5")).toMatchObject([{ figure_before: null, missing_before: null, figure: "4" }]);
    await restate("head", "2.5", { missing: "x", category: "definition change" });
    expect((await stored("2.5")).at(-1)).toMatchObject({ figure_before: "4", figure: null, missing: "x" });
  });

  test("of what stands beside the figure alone says that the figure stays", async () => {
    await restate("head", "2.5", { value: "5" });
    const typed = { ...nothingTyped, value: "5", note: "Two were abroad." };
    await restate("head", "2.5", { typed, reason: "The note was missing." });
    const [newest] = (await listEntries(world.actors.auditor, { verb: "actual.restate", outcome: "done" })).groups;
    expect(sentenceText(newest!.headline)).toBe(
      "The head restated 2.5 for December 2013, after edition 1: 5 (Good) stays, and what stands beside it was changed. Late data. Reason: The note was missing",
    );
    const before = { figure: "5", missing: null };
    expect(restatedWords(before, before)).toBe("5 stays, and what stands beside it was changed");
  });

  test("sent twice is done once; by two heads at once, once, and the other is told", async () => {
    const request = { id: randomUUID(), digest: "form" };
    await restate("head", "2.5", { value: "6" }, request);
    const seen = (await cell("2.5", month))!.actual!.version;
    expect(await restate("head", "2.5", { value: "6" }, request)).toBeUndefined();
    const both = ["head", "leadAndHead"] as const;
    const answers = await Promise.allSettled(both.map((who, n) => restate(who, "2.5", { value: String(7 + n), seen })));
    expect(answers.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    expect(answers.find(({ status }) => status === "rejected")).toMatchObject({ reason: { code: "CONFLICT" } });
  });

  test("again after the next edition is of that one", async () => {
    await publish("officer", month, "Figures were restated.");
    await restate("head", "2.5", { value: "9" });
    expect((await stored("2.5")).at(-1)).toMatchObject({ edition_number: 2 });
    expect(await findEdition(world.actors.reader, world.scorecard.slug, `${month}.2`)).toMatchObject({ ok: true });
  });
});

describe("whoever runs SQL as the one who restates", () => {
  const change =
    "update actual set value = 12, missing = null where indicator_id = (select id from indicator where ref = '2.5') and month = '2013-12-01'";
  const say = (columns: string) =>
    `insert into restatement (indicator_id, month, scorecard_id, edition_number, category, reason, actual_version, restated_by, ${columns.split("=")[0]})
     select indicator_id, month, '${world.scorecard.id}', 2, 'error', 'Why.', version, '${world.people.head}', ${columns.split("=")[1]}
     from actual where indicator_id = (select id from indicator where ref = '2.5') and month = '2013-12-01'`;

  test("changes no published figure without its restatement", async () => {
    await expect(written("asApp", "head", "actual.restate", change)).rejects.toThrow(
      "A published figure changes with its restatement.",
    );
  });

  test("says of it what was there and what is, and of no other edition", async () => {
    for (const wrong of [
      "figure_before, figure = 4, 12",
      "figure_before, figure = 9, 13",
      "figure_before, missing = 9, 'x'",
    ]) {
      await expect(written("asApp", "head", "actual.restate", `${change}; ${say(wrong)}`), wrong).rejects.toThrow(
        "A restatement says what its own act changed.",
      );
    }
    await expect(
      written(
        "asApp",
        "head",
        "actual.restate",
        `${change}; ${say("figure_before, figure = 9, 12").replace(", 2, 'error'", ", 1, 'error'")}`,
      ),
    ).rejects.toThrow("Only what the newest edition published is restated.");
    await expect(
      written(
        "asApp",
        "head",
        "actual.restate",
        `${change}; ${say("figure_before, figure, comment_holds = 9, 12, true")}`,
      ),
    ).rejects.toThrow("A published figure changes with its restatement.");
    await written("asApp", "head", "actual.restate", `${change}; ${say("figure_before, figure = 9, 12")}`);
  });

  test("and changes none that was made", async () => {
    for (const write of ["update restatement set reason = 'Another.'", "delete from restatement"]) {
      const byCommand = `do $$ begin perform audit.begin_operator('changing'); ${write}; end $$`;
      await expect(database.asOwner(byCommand), write).rejects.toMatchObject({ detail: "KEPT" });
    }
  });
});
