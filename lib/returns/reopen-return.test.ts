import { setTimeout as pause } from "node:timers/promises";
import { beforeAll, describe, expect, test } from "vitest";
import { appPool } from "#db/client";
import { useDatabase } from "#db/testing/use-database";
import { asOf } from "#lib/audit/as-of";
import { takeCut } from "#lib/audit/take-cut";
import { listEntries } from "#lib/history/list-entries";
import { sentenceText } from "#lib/history/sentence";
import { listReopenings } from "#lib/returns/list-reopenings";
import { reopenReturn } from "#lib/returns/reopen-return";
import { bySql } from "#lib/testing/by-sql";
import { commented } from "#lib/testing/commented";
import { inMonths } from "#lib/testing/months";
import { inReturns } from "#lib/testing/returns";
import { makeWorld, type World } from "#lib/testing/world";

const database = useDatabase();
let world: World;
const { explainAll, place, view, handIn, ask, reopen } = inReturns(() => world, database);
const { newest, close, reopen: reopenMonth } = inMonths(() => world, database);
const { record, draft } = commented(() => world, database);
const written = bySql(database, () => world);
const december = "2013-12";

/** Seconds from now that are over soon, and yet long enough to do something before. */
const soon = 4;
const reopenings = () => database.asOwner("select * from reopening order by coalesce(asked_at, reopened_at)");

beforeAll(async () => {
  world = await makeWorld(database);
  await explainAll(december);
});

describe("asking to reopen a return", () => {
  test("is of one that is submitted", async () => {
    await expect(ask("lead", december)).rejects.toMatchObject({
      code: "WRONG_STATE",
      message: "The Assessment return for December 2013 is not submitted, so there is nothing to reopen.",
    });
    await handIn("lead", december);
  });

  test.each(["head", "auditor", "officer", "reader"] as const)("is not for the %s", async (who) => {
    await expect(ask(who, december)).rejects.toMatchObject({ code: "WRONG_ROLE" });
    expect(await newest()).toMatchObject({ verb: "reopening.ask", operation: "refused", person: world.people[who] });
  });

  test("nor for the lead of another team", async () => {
    await expect(ask("otherLead", december)).rejects.toMatchObject({ code: "WRONG_SCOPE" });
  });

  test("says why, once, and opens nothing yet", async () => {
    await ask("secondLead", december, "2.3 was counted twice.");
    expect((await view(december)).submission).toMatchObject({
      askedBy: "The secondLead",
      askedReason: "2.3 was counted twice.",
      isReopened: false,
    });
    await expect(ask("lead", december)).rejects.toMatchObject({
      code: "WRONG_STATE",
      message: expect.stringMatching(
        /^The secondLead asked for it at \d\d:\d\d already, and it waits to be reopened\.$/,
      ),
    });
    await expect(record("2.3", "70")).rejects.toMatchObject({ code: "WRONG_STATE" });
    const { groups } = await listEntries(world.actors.head, { verb: "reopening.ask", outcome: "done" });
    expect(sentenceText(groups[0]!.headline)).toBe(
      "The secondLead asked to reopen the Assessment return for December 2013, Improvement scorecard. Reason: 2.3 was counted twice.",
    );
  });
});

describe("reopening a return", () => {
  test.each(["lead", "auditor", "reader"] as const)("is not for the %s", async (who) => {
    await expect(reopen(who, december)).rejects.toMatchObject({ code: "WRONG_ROLE" });
    expect(await newest()).toMatchObject({ verb: "return.reopen", operation: "refused", person: world.people[who] });
  });

  test("nor for the head of another team", async () => {
    await expect(reopen("otherHead", december)).rejects.toMatchObject({ code: "WRONG_SCOPE" });
  });

  test("is until a moment that is to come, and not far", async () => {
    await expect(reopen("head", december, { minutes: -1 })).rejects.toMatchObject({
      code: "INVALID",
      fields: { until: "That moment has passed already. Give one that is to come." },
    });
    await expect(reopen("head", december, { minutes: 32 * 24 * 60 })).rejects.toMatchObject({
      code: "INVALID",
      fields: { until: "A return is reopened for 31 days at most." },
    });
  });

  test("grants what was asked, and opens it to its leads until then", async () => {
    await reopen("head", december, { minutes: soon / 60 });
    expect(await reopenings()).toMatchObject([
      { asked_by: world.people.secondLead, reopened_by: world.people.head, reopened_reason: null },
    ]);
    expect((await view(december)).submission).toMatchObject({
      reopenedBy: "The head",
      isReopened: true,
      askedAt: null,
    });
    await record("2.3", "70");
    await expect(ask("lead", december)).rejects.toMatchObject({
      code: "WRONG_STATE",
      message: expect.stringMatching(/^The Assessment return for December 2013 is reopened until .+ already\.$/),
    });
    const { groups } = await listEntries(world.actors.lead, { verb: "return.reopen", outcome: "done" });
    expect(sentenceText(groups[0]!.headline)).toMatch(
      /^The head reopened the Assessment return for December 2013, Improvement scorecard until .+, \d\d:\d\d\. Reason: 2\.3 was counted twice\.$/,
    );
  });

  test("and after that moment it is locked by itself, and says that it was reopened; of before it, that it is", async () => {
    const cut = (await takeCut(appPool()))!;
    expect((await view(december)).submission).toMatchObject({ isReopened: true });
    await pause(soon * 1000);
    expect((await view(december)).submission).toMatchObject({ isReopened: false });
    expect((await asOf(cut, () => view(december))).submission).toMatchObject({ isReopened: true });
    const refused = {
      code: "WRONG_STATE",
      message: expect.stringMatching(
        /^The Assessment return for December 2013 was reopened until .+, and is locked again since\. Ask for it to be reopened\.$/,
      ),
    };
    await expect(record("2.3", "71")).rejects.toMatchObject(refused);
    await expect(draft("lead", "2.3", "Counted anew.")).rejects.toMatchObject(refused);
    const figure = `update actual set value = 1 where indicator_id = '${world.indicators["2.3"]}' and month = '2013-12-01'`;
    await expect(written("asApp", "lead", "actual.record", figure)).rejects.toMatchObject({ detail: "WRONG_STATE" });
  });

  test("unasked needs a reason, also of the officer, and the newest counts", async () => {
    await expect(reopen("officer", december)).rejects.toMatchObject({
      code: "INVALID",
      fields: { reason: "Say why it is reopened: nobody asked for it." },
    });
    await reopen("officer", december, { reason: "The audit found one more." });
    await record("2.3", "72");
    await reopen("head", december, { minutes: soon / 60, reason: "An hour is too long." });
    await pause(soon * 1000);
    await expect(record("2.3", "73")).rejects.toMatchObject({ code: "WRONG_STATE" });
    await reopen("head", december, { reason: "It is not." });
    await draft("lead", "2.3", "Counted anew.");
  });

  test("over another reopening than was seen is a conflict", async () => {
    const stale = { ...place(december), until: "2099-01-01T12:00", reason: "Why not.", seen: "" };
    await expect(reopenReturn(world.actors.head, stale)).rejects.toMatchObject({
      code: "CONFLICT",
      message: expect.stringMatching(
        /^The head reopened it until .+ after you opened this page\. Nothing more was done\.$/,
      ),
    });
  });

  test("ends with the next submission, which is locked anew and starts anew", async () => {
    await handIn("lead", december);
    expect((await view(december)).submission).toMatchObject({ isReopened: false, reopenedUntil: null });
    await expect(record("2.3", "74")).rejects.toMatchObject({ code: "WRONG_STATE" });
    expect(await reopenings()).toHaveLength(4);
  });

  test("is of an open month alone", async () => {
    await ask("lead", december);
    await close("officer", december, "The board meets.");
    await expect(reopen("head", december)).rejects.toMatchObject({ code: "MONTH_CLOSED" });
    await expect(ask("lead", december)).rejects.toMatchObject({ code: "MONTH_CLOSED" });
  });

  test("ends with the month that it is of", async () => {
    const isOpen = async () => (await listReopenings(world.actors.head)).reopenings[0]?.isOpen;
    await reopenMonth("officer", december);
    await reopen("head", december);
    expect([await isOpen(), (await view(december)).submission?.isReopened]).toEqual([true, true]);
    await close("officer", december, "The board meets.");
    expect([await isOpen(), (await view(december)).submission?.isReopened]).toEqual([false, false]);
  });
});

describe("whoever runs SQL by the verbs of reopenings", () => {
  const insert = (
    columns: string,
    values: string,
  ) => `insert into reopening (submission_id, scorecard_id, month, team_id, ${columns})
    select s.id, s.scorecard_id, s.month, s.team_id, ${values} from return_submission s order by s.submitted_at desc limit 1`;
  const until = "now() + interval '1 hour'";

  test("says of it what the verb says, as who may, and nothing twice", async () => {
    await database.asOwner(
      "do $$ begin perform audit.begin_operator('open again'); update scorecard_month set closed_at = null, closed_by = null where month = '2013-12-01'; end $$",
    );
    const { lead, head, otherHead } = world.people;
    const opening = (by: string) => insert("reopened_by, reopened_until, reopened_reason", `'${by}', ${until}, 'Why.'`);
    await expect(written("asApp", "lead", "reopening.ask", opening(lead))).rejects.toMatchObject({
      detail: "FALSE_VERB",
    });
    await expect(written("asApp", "otherHead", "return.reopen", opening(otherHead))).rejects.toMatchObject({
      detail: "WRONG_SCOPE",
    });
    const asking = insert("asked_by, asked_reason", `'${lead}', 'Once more.'`);
    await expect(written("asApp", "lead", "reopening.ask", asking)).rejects.toMatchObject({ detail: "WRONG_STATE" });
    await written("asApp", "head", "return.reopen", opening(head));
    const longer = `update reopening set reopened_until = ${until} + interval '1 day' where reopened_at is not null`;
    await expect(written("asApp", "head", "return.reopen", longer)).rejects.toThrow("never changes once it is there");
    await record("2.3", "75");
  });
});
