import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, test } from "vitest";
import { fillBankHolidays } from "#db/fill-bank-holidays";
import { useDatabase } from "#db/testing/use-database";
import { withClient } from "#db/with-client";
import { listEntries } from "#lib/history/list-entries";
import { sentenceText } from "#lib/history/sentence";
import { addBankHoliday } from "#lib/months/add-bank-holiday";
import { setMonthRule } from "#lib/months/set-month-rule";
import { withdrawBankHoliday } from "#lib/months/withdraw-bank-holiday";
import { datesByRule, getWorkingDays } from "#lib/months/working-days";
import { makeNeighbour, makeWorld, type World } from "#lib/testing/world";

const database = useDatabase();
let world: World;
const kept: { day: string; name: string }[] = JSON.parse(readFileSync("db/bank-holidays.json", "utf8")).days;

beforeAll(async () => {
  world = await makeWorld(database);
});

const days = (of: World = world) => getWorkingDays(of.actors.officer);
const newestSentence = async () => sentenceText((await listEntries(world.actors.auditor)).groups[0]!.headline);

describe("an organisation's working days", () => {
  test("begin with England's bank holidays and the usual rule", async () => {
    const { holidays, ...rule } = await days();
    expect(holidays.map(({ day, name }) => ({ day, name }))).toEqual(kept);
    expect(holidays.every(({ isOwn }) => !isOwn)).toBe(true);
    expect(rule).toEqual({ figuresDay: 10, commentaryDay: 15, version: 0 });
    expect(datesByRule(await days(), "2013-12")).toEqual({
      figuresDue: "2014-01-15",
      commentaryDue: "2014-01-22",
      isKnown: true,
    });
    expect(datesByRule(await days(), "2028-12").isKnown).toBe(false);
  });

  test.each(["lead", "head", "auditor", "reader"] as const)("are not the %s’s to change", async (who) => {
    const actor = world.actors[who];
    const wrong = { code: "WRONG_ROLE" };
    await expect(setMonthRule(actor, { figuresDay: 1, commentaryDay: 2, seen: 0 })).rejects.toMatchObject(wrong);
    await expect(addBankHoliday(actor, { day: "2014-06-02", name: "A day off" })).rejects.toMatchObject(wrong);
    const holiday = (await days()).holidays[0]!.id;
    await expect(withdrawBankHoliday(actor, { holiday, reason: "No." })).rejects.toMatchObject(wrong);
  });

  test("have another rule once the officer sets one, over the one that was read", async () => {
    const { officer } = world.actors;
    await setMonthRule(officer, { figuresDay: 5, commentaryDay: 8, seen: 0 });
    expect(await newestSentence()).toBe(
      "The officer set when months are due: figures on working day 5 after a month, commentary on day 8",
    );
    expect(datesByRule(await days(), "2013-12")).toMatchObject({
      figuresDue: "2014-01-08",
      commentaryDue: "2014-01-13",
    });
    for (const seen of [0, 7]) {
      await expect(setMonthRule(officer, { figuresDay: 6, commentaryDay: 9, seen })).rejects.toMatchObject({
        code: "CONFLICT",
        message: expect.stringContaining(
          "figures are due on working day 5, commentary on working day 8. Yours was 6 and 9.",
        ),
      });
    }
    await setMonthRule(officer, { figuresDay: 6, commentaryDay: 9, seen: 1 });
    expect(await days()).toMatchObject({ figuresDay: 6, version: 2 });
  });

  test("have a day less with each holiday that is added, and one more with each that is withdrawn", async () => {
    const { officer } = world.actors;
    await addBankHoliday(officer, { day: "2014-01-03", name: "The town hall moves" });
    expect(await newestSentence()).toBe("The officer added the bank holiday 3 January 2014: The town hall moves");
    expect(datesByRule(await days(), "2013-12")).toMatchObject({ figuresDue: "2014-01-10" });
    const again = addBankHoliday(officer, { day: "2014-01-03", name: "Twice" });
    await expect(again).rejects.toMatchObject({ code: "INVALID", message: "3 January 2014 is on the list already." });
    const own = (await days()).holidays.find(({ isOwn }) => isOwn)!;
    await withdrawBankHoliday(officer, { holiday: own.id, reason: "It moved in spring." });
    expect(await newestSentence()).toBe(
      "The officer withdrew the bank holiday 3 January 2014. Reason: It moved in spring.",
    );
    for (const holiday of [own.id, randomUUID()]) {
      const gone = withdrawBankHoliday(officer, { holiday, reason: "Again." });
      await expect(gone).rejects.toMatchObject({ code: "NOT_FOUND" });
    }
    await addBankHoliday(officer, { day: "2014-01-03", name: "After all" });
  });

  test("are a council's own", async () => {
    const neighbour = await makeNeighbour(database);
    expect(await days(neighbour)).toMatchObject({ figuresDay: 10, version: 0 });
    expect((await days(neighbour)).holidays.some(({ isOwn }) => isOwn)).toBe(false);
  });
});

describe("a start", () => {
  const count = async () =>
    (await database.asOwner("select count(*)::int as n from bank_holiday where withdrawn_at is null"))[0]?.n;

  test("gives an organisation the bank holidays that it lacks, once, and none that it withdrew", async () => {
    const before = await count();
    const { holidays } = await days();
    const [first] = holidays;
    await withdrawBankHoliday(world.actors.officer, { holiday: first!.id, reason: "We work on New Year’s Day." });
    await withClient(database.ownerUrl, fillBankHolidays);
    expect(await count()).toBe(Number(before) - 1);
    await database.asOwner(`do $$ begin perform audit.begin_operator('a council without them');
      insert into organisation (slug, name) values ('bare', 'The bare council'); end $$`);
    await withClient(database.ownerUrl, fillBankHolidays);
    await withClient(database.ownerUrl, fillBankHolidays);
    expect(await count()).toBe(Number(before) - 1 + kept.length);
    const [entry] = await database.asOwner(
      "select a.kind, o.slug from audit.entry e join audit.action a on a.id = e.action join organisation o on o.id = e.organisation order by e.position desc limit 1",
    );
    expect(entry).toEqual({ kind: "operator", slug: "bare" });
  });
});
