import { beforeAll, describe, expect, test } from "vitest";
import { useDatabase } from "#db/testing/use-database";
import { listEntries } from "#lib/history/list-entries";
import { sentenceText } from "#lib/history/sentence";
import { rescheduleMonth } from "#lib/months/reschedule-month";
import type { Month } from "#lib/rules/month";
import type { MonthDates } from "#lib/rules/month-dates";
import { bySql } from "#lib/testing/by-sql";
import { february, inMonths } from "#lib/testing/months";
import { makeWorld, type World } from "#lib/testing/world";

const database = useDatabase();
let world: World;
const { place, open, stored, newest } = inMonths(() => world, database);
const later: MonthDates = { figuresDue: "2014-03-18", commentaryDue: "2014-03-25" };

beforeAll(async () => {
  world = await makeWorld(database);
  await open("officer", "2014-02");
});

const reschedule = (
  who: keyof World["actors"],
  dates: MonthDates,
  { seen = 1, month = "2014-02" as Month }: { seen?: number; month?: Month } = {},
) => rescheduleMonth(world.actors[who], { ...place(month), seen, dates });

describe("changing a month's dates", () => {
  test.each(["lead", "head", "auditor", "reader"] as const)("is not for the %s", async (who) => {
    await expect(reschedule(who, later)).rejects.toMatchObject({ code: "WRONG_ROLE" });
    expect(await newest()).toMatchObject({ verb: "month.reschedule", operation: "refused", person: world.people[who] });
  });

  test("is entered with what they were", async () => {
    await reschedule("officer", later);
    expect(await stored("2014-02")).toMatchObject({ figures: "2014-03-18", commentary: "2014-03-25", version: 2 });
    const { groups } = await listEntries(world.actors.auditor, { verb: "month.reschedule", outcome: "done" });
    expect(sentenceText(groups[0]!.headline)).toBe(
      "The officer changed the due dates of February 2014: Figures due 14 March 2014, commentary due 21 March 2014 → Figures due 18 March 2014, commentary due 25 March 2014",
    );
  });

  test("over what somebody changed meanwhile is a conflict, with both", async () => {
    await expect(reschedule("officer", february)).rejects.toMatchObject({
      code: "CONFLICT",
      message: expect.stringMatching(
        /^February 2014 was changed by The officer at \d\d:\d\d, after you opened it, and is now with figures due by 18 March 2014.+ Yours was with figures due by 14 March 2014/,
      ),
    });
  });

  test("to those that it has, or cannot have, is refused in words", async () => {
    await expect(reschedule("officer", later, { seen: 2 })).rejects.toMatchObject({
      code: "INVALID",
      fields: { figuresDue: "These are the dates that February 2014 has." },
    });
    const early = { ...later, figuresDue: "2014-02-20" } as const;
    await expect(reschedule("officer", early, { seen: 2 })).rejects.toMatchObject({ code: "INVALID" });
  });

  test("of a month that is closed, or was never opened, is refused", async () => {
    await expect(reschedule("officer", february, { month: "2013-11" })).rejects.toMatchObject({ code: "MONTH_CLOSED" });
    await expect(reschedule("officer", february, { month: "2014-03" })).rejects.toMatchObject({
      code: "MONTH_NOT_OPEN",
    });
    const write =
      "update scorecard_month set figures_due = '2014-03-14', commentary_due = '2014-03-21' where closed_at is not null";
    const written = bySql(database, () => world);
    await expect(written("asApp", "officer", "month.reschedule", write)).rejects.toMatchObject({
      detail: "MONTH_CLOSED",
    });
  });

  test("gives dates to a month that came without", async () => {
    await reschedule("officer", { figuresDue: "2014-01-15", commentaryDue: "2014-01-22" }, { month: "2013-12" });
    expect(await stored("2013-12")).toMatchObject({ figures: "2014-01-15", version: 2 });
  });
});
