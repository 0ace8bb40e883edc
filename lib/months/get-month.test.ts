import { beforeAll, describe, expect, test } from "vitest";
import { useDatabase } from "#db/testing/use-database";
import { clearActual } from "#lib/actuals/clear-actual";
import { recordActual } from "#lib/actuals/record-actual";
import { getMonth } from "#lib/months/get-month";
import { listMonths } from "#lib/months/list-months";
import { getWorkingDays } from "#lib/months/working-days";
import { nothingTyped } from "#lib/rules/actual";
import { noReason } from "#lib/rules/change-reason";
import { addDays, dayIn } from "#lib/rules/day";
import { type Month, previousMonth } from "#lib/rules/month";
import { commented } from "#lib/testing/commented";
import { countStatements } from "#lib/testing/count-statements";
import { inMonths } from "#lib/testing/months";
import { makeWorld, type World } from "#lib/testing/world";

const database = useDatabase();
let world: World;
const { open, view } = inMonths(() => world, database);
const { record } = commented(() => world, database);

const byOperator = (what: string) =>
  database.asOwner(`do $$ begin perform audit.begin_operator('as it may be'); ${what}; end $$`);

/** 2.5 is due once a quarter; 4.3 has ended; of a fourth nobody answers. */
beforeAll(async () => {
  world = await makeWorld(database);
  const { "2.5": quarterly, "4.3": ended } = world.indicators;
  await byOperator(`insert into due_rule (indicator_id, from_month, every) values ('${quarterly}', '2013-10-01', 3);
    update indicator_definition set to_month = '2014-01-01', ended_at = now() where indicator_id = '${ended}';
    insert into indicator (scorecard_id, ref) values ('${world.scorecard.id}', '2.9');
    insert into indicator_definition (indicator_id, from_month, section_id, position, measure, unit, direction, precision)
      select i.id, '2014-02-01', d.section_id, 9, 'Measure 2.9', 'count', 'lower', 0 from indicator i
      cross join indicator_definition d where i.ref = '2.9' and d.indicator_id = '${quarterly}';
    insert into due_rule (indicator_id, from_month, every) select id, '2014-02-01', 1 from indicator where ref = '2.9'`);
});

describe("a month before it is opened", () => {
  test("says of each indicator whether it will be due, and why or why not", async () => {
    const { state, lines, version, teams } = await view("2014-02");
    expect([state, version]).toEqual(["not opened", 0]);
    expect(lines.map(({ ref, team, isDue, why }) => [ref, team, isDue, why])).toEqual([
      ["2.3", "Assessment", true, "due every month"],
      ["2.5", "Assessment", false, "due every three months from October 2013, next in April 2014"],
      ["2.9", null, true, "due every month; no team answers for it, so nobody can give it"],
      ["4.3", null, false, "ended after January 2014"],
    ]);
    expect(teams.map(({ team, due }) => [team, due])).toEqual([
      ["Assessment", 1],
      [null, 1],
    ]);
  });

  test("is nobody's of another scorecard", async () => {
    expect(await getMonth(world.actors.officer, "none", "2014-02")).toBeNull();
  });
});

describe("how the figures of a month come in", () => {
  const counts = async (month: Month) => (await view(month)).teams.map(({ team, ...of }) => [team, Object.values(of)]);

  test("is counted by team against its date: given, late apart from missing, and awaited", async () => {
    // Due long ago: whatever is given now is late.
    await open("officer", "2014-02");
    expect(await counts("2014-02")).toEqual([
      ["Assessment", [1, 0, 0, 1, 0]],
      [null, [1, 0, 0, 1, 0]],
    ]);
    await record("2.3", "68", "2014-02");
    expect(await counts("2014-02")).toContainEqual(["Assessment", [1, 1, 1, 0, 0]]);
    const { warnings } = (await view("2014-02")).checklist;
    expect(warnings.map(({ kind, words }) => `${kind}: ${words}`)).toEqual([
      expect.stringMatching(/^late: given on .+, after 14 March 2014$/),
    ]);
  });

  test("is of the day on which it was given, not of a later change; and given anew once it was cleared", async () => {
    const indicatorId = world.indicators["2.3"];
    const cell = { indicatorId, month: "2014-02" } as const;
    const typed = { ...nothingTyped, value: "69" };
    const on = async () => (await view("2014-02")).lines.find(({ ref }) => ref === "2.3")!.timeliness;
    await recordActual(world.actors.lead, { ...cell, seen: 1, typed });
    expect(await on()).toBe("late");
    await clearActual(world.actors.lead, { ...cell, seen: 2, ...noReason });
    expect(await on()).toBe("missing");
    await recordActual(world.actors.lead, { ...cell, seen: 3, typed: { ...nothingTyped, missing: "x" } });
    expect(await on()).toBe("late");
  });

  test("of this month is in time", async () => {
    const today = dayIn("Europe/London", new Date());
    const month = previousMonth(today.slice(0, 7) as Month);
    const assessment = async () => (await view(month)).teams.find(({ team }) => team === "Assessment")!;
    await open("officer", month, { figuresDue: today, commentaryDue: addDays(today, 1) });
    const before = await assessment();
    expect([before.awaited, before.missing]).toEqual([before.due, 0]);
    await record("2.3", "71", month);
    expect(await assessment()).toMatchObject({ given: 1, late: 0, awaited: before.due - 1 });
  });

  test("of a month without a date is never late, and missing only once it is closed", async () => {
    await record("2.3", "70");
    expect((await view("2013-12")).teams).toMatchObject([
      { team: "Assessment", due: 1, given: 1, late: 0, missing: 0 },
      { team: "Workforce", due: 1, given: 0, awaited: 1, missing: 0 },
    ]);
    expect((await view("2013-11")).teams).toMatchObject([{ given: 1, late: 0 }, { given: 1 }]);
  });

  test("warns of what is provisional or estimated, and of a benchmark older than two years", async () => {
    await byOperator(`insert into benchmark (indicator_id, from_month, name, value, year)
      values ('${world.indicators["2.3"]}', '2013-09-01', 'Neighbours', 70, '2010-11')`);
    const typed = { ...nothingTyped, value: "72", provisional: true, estimated: true };
    const cell = { indicatorId: world.indicators["2.3"], month: "2014-01", seen: 0 } as const;
    await recordActual(world.actors.lead, { ...cell, typed });
    expect((await view("2014-01")).checklist.warnings.map(({ ref, words }) => `${ref}: ${words}`)).toEqual([
      "2.3: the figure is provisional",
      "2.3: the figure is estimated",
      "2.3: compared with Neighbours of 2010-11",
    ]);
  });
});

describe("the list of months", () => {
  test("has each scorecard's with how they came in, the newest first, and the next to open", async () => {
    const { scorecards, earlier } = await listMonths(world.actors.officer);
    const [{ months, scorecard }] = scorecards as [(typeof scorecards)[number]];
    expect([scorecards.length, scorecard.slug, earlier]).toEqual([1, "improvement", null]);
    expect(
      months.slice(1).map(({ month, state, counts }) => [month, state, counts.due, counts.given, counts.late]),
    ).toEqual([
      ["2014-02", "open", 2, 1, 1],
      ["2014-01", "open", 3, 1, 0],
      ["2013-12", "open", 2, 1, 0],
      ["2013-11", "closed", 2, 2, 0],
    ]);
  });

  test("has twelve at a time, and takes one statement however many there are", async () => {
    await byOperator(`insert into scorecard_month (scorecard_id, month) select '${world.scorecard.id}', m
      from generate_series(date '2015-01-01', date '2016-12-01', interval '1 month') m`);
    const { scorecards, earlier } = await listMonths(world.actors.officer);
    expect([scorecards[0]?.months.length, earlier]).toEqual([12, "2016-02"]);
    const before = await listMonths(world.actors.officer, earlier);
    expect(before.scorecards[0]?.months[0]?.month).toBe("2016-01");
    expect(before.scorecards[0]?.next).toBe(scorecards[0]?.next);
    expect(await countStatements(() => listMonths(world.actors.officer))).toHaveLength(1);
    expect(await countStatements(() => view("2014-02"))).toHaveLength(3);
    expect(await countStatements(() => getWorkingDays(world.actors.officer))).toHaveLength(1);
  });
});
