import { randomUUID } from "node:crypto";
import pg from "pg";
import { beforeAll, describe, expect, test } from "vitest";
import { useDatabase } from "#db/testing/use-database";
import { asReaderOf } from "#lib/access/actor";
import { asOf } from "#lib/audit/as-of";
import { countEntries } from "#lib/history/count-entries";
import { listEntries } from "#lib/history/list-entries";
import { getEntry } from "#lib/history/opened-entries";
import { sentenceText } from "#lib/history/sentence";
import { listEditions } from "#lib/months/list-editions";
import { publishMonth } from "#lib/months/publish-month";
import { getScorecard } from "#lib/scorecards/get-scorecard";
import { bySql } from "#lib/testing/by-sql";
import { inMonths } from "#lib/testing/months";
import { makeWorld, type World } from "#lib/testing/world";

const database = useDatabase();
let world: World;
const { place, close, open, publish, reopen, newest, view } = inMonths(() => world, database);
const written = bySql(database, () => world);

beforeAll(async () => {
  world = await makeWorld(database);
});

const editions = (over = false) => listEditions(world.actors.reader, world.scorecard.slug, { over });
const named = async (over = false) => (await editions(over)).map(({ month, number }) => `${month}.${number}`);

describe("publishing a month", () => {
  test.each(["lead", "head", "auditor", "reader"] as const)("is not for the %s", async (who) => {
    await expect(publish(who, "2013-11", "Why not.")).rejects.toMatchObject({ code: "WRONG_ROLE" });
    expect(await newest()).toMatchObject({ verb: "month.publish", operation: "refused", person: world.people[who] });
    expect(await editions()).toEqual([]);
  });

  test("that is open, or was never opened, is refused", async () => {
    await expect(publish("officer", "2013-12")).rejects.toMatchObject({
      code: "WRONG_STATE",
      message: "December 2013 is open. Close it before it is published.",
    });
    await expect(publish("officer", "2014-02")).rejects.toMatchObject({ code: "MONTH_NOT_OPEN" });
  });

  test("over what stands in the way asks for a reason", async () => {
    await expect(publish("officer", "2013-11")).rejects.toMatchObject({
      code: "INVALID",
      fields: { reason: "Say why the month is published over what stands in the way." },
    });
    expect(await editions()).toEqual([]);
  });

  test("is refused where other things stand in the way than were read", async () => {
    const given = { ...place("2013-11"), number: 1, seen: "0".repeat(16), reason: "The board meets." };
    await expect(publishMonth(world.actors.officer, given)).rejects.toMatchObject({
      code: "CONFLICT",
      message: expect.stringContaining("has changed since you opened this page: 2 now"),
    });
  });

  test("makes an edition, on which the reason stands with the list as it was", async () => {
    await publish("officer", "2013-11", "The board meets on Monday.");
    const [edition] = await editions();
    expect(edition).toMatchObject({
      month: "2013-11",
      number: 1,
      publishedBy: "The officer",
      reason: "The board meets on Monday.",
    });
    expect(edition!.blockers.map(({ kind, ref, team }) => [kind, ref, team])).toEqual([
      ["comment", "2.3", "Assessment"],
      ["comment", "4.3", "Workforce"],
    ]);
    expect(edition!.blockers[0]!.words).toContain("none was submitted, and one is required: the grade is Inadequate");
    expect((await view("2013-11")).state).toBe("published");
  });

  test("is told in the trail, with its reason and what it was over", async () => {
    const { groups } = await listEntries(world.actors.auditor, { verb: "month.publish", outcome: "done" });
    expect(groups.map(({ headline }) => sentenceText(headline))).toEqual([
      "The officer published November 2013 as edition 1, over 2 in the way. Reason: The board meets on Monday.",
    ]);
    const opened = await getEntry(world.actors.auditor, groups[0]!.position);
    expect(opened?.differences.find(({ column }) => column === "blockers")?.after).toMatch(/^2\.3: none was submitted/);
  });

  test("in its own transaction takes the cut that holds it", async () => {
    const [edition] = await editions();
    const [held] = await database.asOwner(
      `select count(*)::int as n from audit.entries_in($1) e where e.table_name = 'edition' and e.month = '2013-11-01'`,
      [edition!.cut],
    );
    expect(held).toEqual({ n: 1 });
    const then = await asOf(edition!.cut, () =>
      getScorecard(asReaderOf(world.actors.lead, "2013-11"), world.scorecard.slug),
    );
    expect(then?.months).toMatchObject([{ month: "2013-11", state: "published" }]);
  });

  test("again makes its next edition, once the officer knows of the one before", async () => {
    const { checklist } = await view("2013-11");
    const given = { ...place("2013-11"), seen: checklist.seen, reason: "Once more." };
    await expect(publishMonth(world.actors.officer, { ...given, number: 1 })).rejects.toMatchObject({
      code: "CONFLICT",
      message: "November 2013 was published as edition 1 after you opened this page. Yours would have been edition 1.",
    });
    await publish("officer", "2013-11", "One name was wrong.");
    expect(await named()).toEqual(["2013-11.2", "2013-11.1"]);
  });

  test("sent twice is done once, and by two at once makes one", async () => {
    const request = { id: randomUUID(), digest: "form" };
    const { checklist } = await view("2013-11");
    const given = { ...place("2013-11"), number: 3, seen: checklist.seen, reason: "A third." };
    await publishMonth(world.actors.officer, given, request);
    expect(await publishMonth(world.actors.officer, given, request)).toBeUndefined();
    const fourth = { ...given, number: 4 };
    const both = [publishMonth(world.actors.officer, fourth), publishMonth(world.actors.officer, fourth)];
    const answers = await Promise.allSettled(both);
    expect(answers.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    expect(await named()).toEqual(["2013-11.4", "2013-11.3", "2013-11.2", "2013-11.1"]);
  });

  test("with nothing in the way needs no reason, and is not on the register", async () => {
    await open("officer", "2013-08", { figuresDue: "2013-09-13", commentaryDue: "2013-09-20" });
    await close("officer", "2013-08");
    await publish("officer", "2013-08", "Not asked for.");
    expect((await editions()).at(-1)).toMatchObject({ month: "2013-08", blockers: [], reason: null });
    expect(await named(true)).not.toContain("2013-08.1");
    expect(await named(true)).toContain("2013-11.1");
  });
});

describe("a published month", () => {
  test("is never opened again", async () => {
    await expect(reopen("officer", "2013-11")).rejects.toMatchObject({
      code: "WRONG_STATE",
      message: "November 2013 is published, and a published month is never opened again.",
    });
    const open = "update scorecard_month set closed_at = null, closed_by = null where month = '2013-11-01'";
    const bySomebody = `do $$ begin perform audit.begin_person('${world.actors.officer.token}', 'month.reopen', 'Why.', null, null, null, null); ${open}; end $$`;
    await expect(database.asApp(bySomebody)).rejects.toThrow("A published month is never opened again.");
    const byCommand = `do $$ begin perform audit.begin_operator('reopening'); ${open}; end $$`;
    await expect(database.asOwner(byCommand)).rejects.toThrow("A published month is never opened again.");
  });
});

describe("whoever runs SQL by its verb", () => {
  const insert = (month: string, columns = "", values = "") =>
    `insert into edition (scorecard_id, month, blockers, published_by${columns})
     values ('${world.scorecard.id}', '${month}-01', '[]', '${world.people.officer}'${values})`;

  test("publishes no month that is open, and says neither its number nor its cut", async () => {
    await expect(written("asApp", "officer", "month.publish", insert("2013-12"))).rejects.toMatchObject({
      detail: "WRONG_STATE",
    });
    await written("asApp", "officer", "month.publish", insert("2013-08", ", number, cut", ", 99, 1"));
    const [made] = await database.asOwner(
      "select number, cut = (select max(number) from audit.cut) as is_own from edition where month = '2013-08-01' order by number desc",
    );
    expect(made).toEqual({ number: 2, is_own: true });
    await expect(
      written("asApp", "officer", "month.publish", insert("2013-08", ", reason", ", 'No blockers.'")),
    ).rejects.toThrow("published_over_blockers_for_a_reason");
  });

  test("changes and deletes none, whoever they are", async () => {
    for (const write of [
      "update edition set reason = 'Another.'",
      "update edition set blockers = '[]'",
      "update edition set cut = 1",
      "update edition set number = 9",
      "delete from edition",
    ]) {
      const byCommand = `do $$ begin perform audit.begin_operator('changing'); ${write}; end $$`;
      await expect(database.asOwner(byCommand), write).rejects.toMatchObject({ detail: "KEPT" });
      await expect(database.asApp(write), write).rejects.toThrow(/permission denied/);
    }
    await expect(database.asOwner("truncate edition cascade")).rejects.toThrow("never deleted");
  });
});

const held = async (cut: number) =>
  Number((await database.asOwner(`select count(*) from audit.entries_in(${cut})`))[0]!.count);

test("what was entered for an edition, and since one, can be asked of the history", async () => {
  const { auditor } = world.actors;
  const inTurn = (await editions()).toSorted((a, b) => a.cut - b.cut);
  const [first, last] = [inTurn[0]!, inTurn.at(-1)!];
  const [all, upTo, since] = await Promise.all([
    countEntries(auditor),
    countEntries(auditor, { toEdition: last.id }),
    countEntries(auditor, { afterEdition: last.id }),
  ]);
  expect(upTo).toBeGreaterThan(0);
  expect(upTo + since).toBe(all);
  const between = await countEntries(auditor, { afterEdition: first.id, toEdition: last.id });
  expect(between + (await countEntries(auditor, { toEdition: first.id }))).toBe(upTo);
  const { groups } = await listEntries(auditor, { afterEdition: first.id, verb: "month.publish", outcome: "done" });
  expect(groups.length).toBe(inTurn.length - 1);
  expect(await countEntries(auditor, { afterEdition: world.organisationId })).toBe(0);
  expect(between).toBe((await held(last.cut)) - (await held(first.cut)));
});

test("what somebody was still writing when an edition was published is entered since it, and not for it", async () => {
  const { auditor } = world.actors;
  const writer = new pg.Client({ connectionString: process.env.DATABASE_APP_URL! });
  await writer.connect();
  try {
    await writer.query("begin");
    await writer.query("select audit.begin_person($1, 'view.save', null, null, null, null, null)", [auditor.token]);
    await writer.query("insert into saved_view (person_id, name, asked, saved_by) values ($1, 'In flight', '{}', $1)", [
      world.people.auditor,
    ]);
    await publish("officer", "2013-11", "The board meets.");
    await writer.query("commit");
  } finally {
    await writer.end();
  }
  const newest = (await editions()).toSorted((a, b) => a.cut - b.cut).at(-1)!.id;
  expect(await countEntries(auditor, { toEdition: newest, verb: "view.save" })).toBe(0);
  expect(await countEntries(auditor, { afterEdition: newest, verb: "view.save" })).toBe(1);
  const [written] = (await listEntries(auditor, { verb: "view.save" })).groups;
  const [publishing] = (await listEntries(auditor, { verb: "month.publish", outcome: "done" })).groups;
  expect(written!.position).toBeLessThan(publishing!.position);
});
