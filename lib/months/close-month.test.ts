import { beforeAll, describe, expect, test } from "vitest";
import { useDatabase } from "#db/testing/use-database";
import { recordActual } from "#lib/actuals/record-actual";
import { perform } from "#lib/audit/perform";
import { listEntries } from "#lib/history/list-entries";
import { sentenceText } from "#lib/history/sentence";
import { closeMonth, writeClosing } from "#lib/months/close-month";
import { nothingTyped } from "#lib/rules/actual";
import { bySql } from "#lib/testing/by-sql";
import { commented } from "#lib/testing/commented";
import { inMonths } from "#lib/testing/months";
import { inReturns } from "#lib/testing/returns";
import { makeWorld, type World } from "#lib/testing/world";

const database = useDatabase();
let world: World;
const { place, close, reopen: openAgain, open, stored, newest, view } = inMonths(() => world, database);
const { handIn, reopen } = inReturns(() => world, database);
const { cell, record, draft, submit, approve } = commented(() => world, database);
const written = bySql(database, () => world);

beforeAll(async () => {
  world = await makeWorld(database);
});

const blockers = async (month: "2013-12" | "2014-01" = "2013-12") =>
  (await view(month)).checklist.blockers.map(({ kind, ref, words }) => `${kind} ${ref}: ${words}`);
const noReturns = ["return assessment: not submitted", "return workforce: not submitted"];

describe("what stands in the way of closing a month", () => {
  test("is each due figure that is neither given nor explained, and each required comment that is not approved", async () => {
    const nothing = "no figure, and no reason why there is none";
    expect(await blockers()).toEqual([
      `figure 2.3: ${nothing}`,
      `figure 2.5: ${nothing}`,
      `figure 4.3: ${nothing}`,
      ...noReturns,
    ]);
    await record("2.3", "68");
    await record("2.5", "4");
    await record("4.3", "9");
    expect(await blockers()).toEqual([
      "comment 2.3: none was submitted, and one is required: the grade is Adequate, the milestone is missed, the grade changed from Inadequate since last month",
      "comment 2.5: none was submitted, and one is required: the grade changed from Good since last month",
      "comment 4.3: none was submitted, and one is required: the grade changed from Inadequate since last month",
      ...noReturns,
    ]);
    const { revisionId } = (await submit("lead", "2.3", "Two late cases."))!;
    expect((await blockers())[0]).toMatch(/^comment 2\.3: it waits for its head of service, and one is required/);
    await approve("head", "2.3", revisionId);
    expect((await blockers()).slice(0, 2).map((each) => each.slice(0, 11))).toEqual(["comment 2.5", "comment 4.3"]);
  });

  test("and each return that is not submitted", async () => {
    await draft("lead", "2.5", "Fewer than ever.");
    await handIn("lead", "2013-12");
    expect((await blockers()).slice(-1)).toEqual(["return workforce: not submitted"]);
    await reopen("officer", "2013-12", { reason: "One more." });
    expect((await blockers()).at(-2)).toMatch(/^return assessment: reopened until \d+ \w+ \d{4}, \d\d:\d\d$/);
  });

  test("is closed over for a reason alone", async () => {
    await expect(close("officer", "2013-12")).rejects.toMatchObject({
      code: "INVALID",
      fields: { reason: "Say why the month is closed over what stands in the way." },
    });
    expect(await stored("2013-12")).toMatchObject({ closed: false });
  });

  test("and changed since it was read is looked at again first", async () => {
    const { seen } = (await view("2013-12")).checklist;
    const { id } = (await cell("2.5"))!.revisions[0]!;
    await approve("head", "2.5", id);
    const given = { ...place("2013-12"), seen, reason: "The board meets." };
    await expect(closeMonth(world.actors.officer, given)).rejects.toMatchObject({
      code: "CONFLICT",
      message: expect.stringContaining("has changed since you opened this page: 3 now"),
    });
  });
});

describe("closing a month", () => {
  test.each(["lead", "head", "auditor", "reader"] as const)("is not for the %s", async (who) => {
    await expect(close(who, "2013-12", "Why not.")).rejects.toMatchObject({ code: "WRONG_ROLE" });
    expect(await newest()).toMatchObject({ verb: "month.close", operation: "refused", person: world.people[who] });
  });

  test("locks its figures, and the trail keeps who closed it and why", async () => {
    expect(await close("officer", "2013-12", "The board meets on Monday.")).toEqual({
      slug: world.scorecard.slug,
      month: "2013-12",
    });
    expect(await stored("2013-12")).toMatchObject({ closed: true, closed_by: world.people.officer, version: 2 });
    expect(await newest()).toMatchObject({
      verb: "month.close",
      month: "2013-12",
      reason: "The board meets on Monday.",
    });
    await expect(record("2.3", "70")).rejects.toMatchObject({ code: "MONTH_CLOSED" });
    const { groups } = await listEntries(world.actors.auditor, { verb: "month.close", outcome: "done" });
    expect(sentenceText(groups[0]!.headline)).toBe(
      "The officer closed December 2013. Reason: The board meets on Monday.",
    );
    expect((await view("2013-12")).steps[0]).toMatchObject({
      did: "closed",
      who: "The officer",
      reason: expect.any(String),
    });
  });

  test("again, or one that was never opened, is refused", async () => {
    await expect(close("officer", "2013-12", "Once more.")).rejects.toMatchObject({
      code: "WRONG_STATE",
      message: expect.stringMatching(
        /^December 2013 was closed by The officer at \d\d:\d\d\. Nothing more was done\.$/,
      ),
    });
    await expect(close("officer", "2014-02")).rejects.toMatchObject({ code: "MONTH_NOT_OPEN" });
  });

  test("in which nothing stands in the way needs no reason", async () => {
    await open("officer", "2013-08", { figuresDue: "2013-09-13", commentaryDue: "2013-09-20" });
    await close("officer", "2013-08");
    expect(await newest()).toMatchObject({ verb: "month.close", reason: null });
  });

  test("while twenty save lets each save be in it, or be refused", async () => {
    const { seen } = (await view("2014-01")).checklist;
    const saves = Array.from({ length: 20 }, (_, index) =>
      recordActual(world.actors.lead, {
        indicatorId: world.indicators["2.3"],
        month: "2014-01",
        seen: index,
        typed: { ...nothingTyped, value: String(60 + index) },
      }),
    );
    const closing = closeMonth(world.actors.officer, { ...place("2014-01"), seen, reason: "While they save." });
    const [closed, ...answers] = await Promise.allSettled([closing, ...saves]);
    if (closed.status === "rejected") {
      expect(closed.reason).toMatchObject({ code: "CONFLICT" });
      await close("officer", "2014-01", "After they saved.");
    }
    const [after] = await database.asOwner(
      `select count(*)::int as n from audit.entry e where e.table_name = 'actual' and e.month = '2014-01-01' and e.operation <> 'refused'
       and e.position > (select max(position) from audit.entry where verb = 'month.close' and month = '2014-01-01' and operation = 'changed')`,
    );
    expect(after).toEqual({ n: 0 });
    for (const answer of answers) {
      if (answer.status === "rejected") expect(["MONTH_CLOSED", "CONFLICT"]).toContain(answer.reason.code);
    }
    await expect(record("2.3", "99", "2014-01")).rejects.toMatchObject({ code: "MONTH_CLOSED" });
  });

  test("waits for a save under way, and then sees it", async () => {
    await openAgain("officer", "2014-01");
    const { seen } = (await view("2014-01")).checklist;
    let isSaved = () => {};
    const saved = new Promise<void>((resolve) => {
      isSaved = resolve;
    });
    const save = perform(world.actors.otherLead, "actual.record", async (tx) => {
      await tx.execute("select from scorecard_month where month = '2014-01-01' for share");
      await tx.execute(
        `insert into actual (indicator_id, month, value) values ('${world.indicators["4.3"]}', '2014-01-01', 30.1)`,
      );
      isSaved();
      await new Promise((resolve) => setTimeout(resolve, 200));
    });
    await saved;
    const given = { ...place("2014-01"), seen, reason: "Too early." };
    await expect(
      perform(world.actors.officer, "month.close", (tx, actor) => writeClosing(tx, actor, given)),
    ).rejects.toMatchObject({ code: "CONFLICT" });
    await save;
  });
});

describe("whoever runs SQL by the verbs of months", () => {
  const set = (verb: "month.close" | "month.reopen" | "month.reschedule", change: string, month: string) =>
    written("asApp", "officer", verb, `update scorecard_month set ${change} where month = '${month}-01'`);
  const closing = () => `closed_at = now(), closed_by = '${world.people.officer}'`;

  test("closes by the one that closes, once, and opens again by the other, for a reason", async () => {
    await expect(set("month.reopen", closing(), "2014-01")).rejects.toMatchObject({ detail: "FALSE_VERB" });
    await expect(set("month.close", closing(), "2013-11")).rejects.toMatchObject({ detail: "WRONG_STATE" });
    await expect(set("month.close", "closed_at = null, closed_by = null", "2013-11")).rejects.toMatchObject({
      detail: "FALSE_VERB",
    });
    await expect(set("month.reopen", "closed_at = null, closed_by = null", "2013-11")).rejects.toMatchObject({
      detail: "WRONG_STATE",
    });
    await set("month.close", closing(), "2014-01");
  });
});
