import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { useDatabase } from "#db/testing/use-database";
import { listEntries } from "#lib/history/list-entries";
import { sentenceText } from "#lib/history/sentence";
import { openMonth } from "#lib/months/open-month";
import { getReturn } from "#lib/returns/queries";
import { bySql } from "#lib/testing/by-sql";
import { february, inMonths } from "#lib/testing/months";
import { makeWorld, type World } from "#lib/testing/world";

const database = useDatabase();
let world: World;
const { place, open, stored, newest } = inMonths(() => world, database);
const written = bySql(database, () => world);

beforeAll(async () => {
  world = await makeWorld(database);
});

describe("opening a month", () => {
  test("puts what is due into its teams' returns, and the trail says who opened it with which dates", async () => {
    expect((await getReturn(world.actors.lead, "2014-02")).parts).toEqual([]);
    expect(await open("officer", "2014-02")).toEqual({ slug: world.scorecard.slug, month: "2014-02" });
    expect(await stored("2014-02")).toMatchObject({
      figures: "2014-03-14",
      commentary: "2014-03-21",
      opened_by: world.people.officer,
      closed: false,
      version: 1,
    });
    expect((await getReturn(world.actors.lead, "2014-02")).parts[0]?.rows.map(({ ref }) => ref)).toEqual([
      "2.3",
      "2.5",
    ]);
    expect(await newest()).toMatchObject({
      verb: "month.open",
      operation: "created",
      person: world.people.officer,
      month: "2014-02",
      scorecard: world.scorecard.id,
    });
    const { groups } = await listEntries(world.actors.auditor, { verb: "month.open" });
    expect(sentenceText(groups[0]!.headline)).toBe(
      "The officer opened February 2014. Figures due 14 March 2014, commentary due 21 March 2014",
    );
  });

  test.each(["lead", "head", "auditor", "reader"] as const)("is not for the %s", async (who) => {
    await expect(open(who, "2014-03")).rejects.toMatchObject({ code: "WRONG_ROLE" });
    expect(await newest()).toMatchObject({
      verb: "month.open",
      operation: "refused",
      person: world.people[who],
      month: "2014-03",
    });
    expect(await stored("2014-03")).toBeUndefined();
  });

  test("of one that is open already is a conflict, with both pairs of dates and who opened it", async () => {
    const dates = { figuresDue: "2014-03-10", commentaryDue: "2014-03-17" } as const;
    await expect(open("officer", "2014-02", dates)).rejects.toMatchObject({
      code: "CONFLICT",
      message: expect.stringMatching(
        /^February 2014 was opened already by The officer at \d\d:\d\d, with figures due by 14 March 2014 and commentary by 21 March 2014\. Yours was with figures due by 10 March 2014/,
      ),
    });
    expect(await stored("2014-02")).toMatchObject({ figures: "2014-03-14", version: 1 });
  });

  test("by two at once is done once", async () => {
    const answers = await Promise.allSettled([open("officer", "2014-04", later), open("officer", "2014-04", later)]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    expect(answers.find(({ status }) => status === "rejected")).toMatchObject({ reason: { code: "CONFLICT" } });
    const made = await database.asOwner(
      "select from audit.entry where verb = 'month.open' and month = '2014-04-01' and operation = 'created'",
    );
    expect(made).toHaveLength(1);
  });

  test("sent twice is done once", async () => {
    const request = { id: randomUUID(), digest: "form" };
    const given = { ...place("2014-05"), dates: { figuresDue: "2014-06-13", commentaryDue: "2014-06-20" } } as const;
    await openMonth(world.actors.officer, given, request);
    expect(await openMonth(world.actors.officer, given, request)).toBeUndefined();
  });

  test("that leaves a gap is done, and the gap can be filled afterwards", async () => {
    await open("officer", "2014-03", { figuresDue: "2014-04-14", commentaryDue: "2014-04-23" });
    expect(await stored("2014-03")).toMatchObject({ closed: false });
  });

  test("with dates that it cannot have, or before it has begun, is refused in words and not entered", async () => {
    const before = await newest();
    const wrong = { figuresDue: "2014-06-30", commentaryDue: "2014-07-15" } as const;
    await expect(open("officer", "2014-06", wrong)).rejects.toMatchObject({
      code: "INVALID",
      fields: { figuresDue: expect.stringContaining("June 2014 has not ended on 30 June 2014") },
    });
    const turned = { figuresDue: "2014-07-15", commentaryDue: "2014-07-14" } as const;
    await expect(open("officer", "2014-06", turned)).rejects.toMatchObject({
      fields: { commentaryDue: expect.stringContaining("before the figures") },
    });
    await expect(open("officer", "9000-01", turned)).rejects.toMatchObject({
      code: "INVALID",
      message: expect.stringContaining("January 9000 has not begun"),
    });
    expect(await newest()).toEqual(before);
    expect(await stored("2014-06")).toBeUndefined();
  });

  test("in a scorecard that there is not is refused", async () => {
    const given = { scorecardId: randomUUID(), month: "2014-06", dates: february } as const;
    await expect(openMonth(world.actors.officer, given)).rejects.toMatchObject({ code: "NOT_FOUND" });
  });
});

describe("whoever runs SQL by its verb", () => {
  const insert = (columns: string, values: string) =>
    written(
      "asApp",
      "officer",
      "month.open",
      `insert into scorecard_month (scorecard_id, month, opened_by${columns}) values ('${world.scorecard.id}', '2014-08-01', '${world.people.officer}'${values})`,
    );

  test("opens no month that is closed, has no dates, or has dates out of order", async () => {
    const dates = ", figures_due, commentary_due";
    await expect(insert("", "")).rejects.toMatchObject({ detail: "WRONG_STATE" });
    await expect(
      insert(`${dates}, closed_at, closed_by`, `, '2014-09-12', '2014-09-19', now(), '${world.people.officer}'`),
    ).rejects.toMatchObject({ detail: "FALSE_VERB" });
    await expect(insert(dates, ", '2014-08-31', '2014-09-19'")).rejects.toThrow("figures_due_after_the_month");
    await expect(insert(dates, ", '2014-09-19', '2014-09-12'")).rejects.toThrow("commentary_due_after_figures");
    await expect(insert(dates, ", '2015-09-12', '2015-09-19'")).rejects.toThrow("due_within_a_year");
    await insert(dates, ", '2014-09-12', '2014-09-19'");
  });
});

const later = { figuresDue: "2014-05-15", commentaryDue: "2014-05-22" } as const;
