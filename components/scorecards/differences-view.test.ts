import { beforeAll, expect, test } from "vitest";
import { type Difference, differencesView, differsView } from "#components/scorecards/differences-view";
import { appPool } from "#db/client";
import { useDatabase } from "#db/testing/use-database";
import { asOf } from "#lib/audit/as-of";
import { takeCut } from "#lib/audit/take-cut";
import { getScorecardPage } from "#lib/scorecards/get-scorecard-page";
import { commented } from "#lib/testing/commented";
import { makeWorld, type World } from "#lib/testing/world";

const database = useDatabase();
let world: World;
const { record, submit, approve, close } = commented(() => world, database);

const sheet = async () =>
  (await getScorecardPage(world.actors.auditor, world.scorecard.slug, { part: undefined }))!.shown!.sheet;
const cut = async () => {
  await takeCut(appPool());
  return (await database.asOwner("select max(number)::int as newest from audit.cut"))[0]!.newest as number;
};
const since = async (number: number) =>
  differencesView(await asOf(number, sheet), await sheet(), "Europe/London").map(
    ({ ref, month, what, was, is }) => [ref, month, what, was, is] as const,
  );
const change = (write: string) =>
  database.asOwner(`do $$ begin perform audit.begin_operator('a change'); ${write}; end $$`);

beforeAll(async () => {
  world = await makeWorld(database);
  await record("2.3", "68");
});

test("nothing differs from a cut just taken", async () => {
  expect(await since(await cut())).toEqual([]);
});

test("a figure that changed differs with its grade and milestone, and nothing else does", async () => {
  const before = await cut();
  await record("2.3", "76");
  expect(await since(before)).toEqual([
    ["2.3", "2013-12", "Figure", "68%", "76%"],
    ["2.3", "2013-12", "Grade", "Adequate", "Outstanding"],
    ["2.3", "2013-12", "Milestone", "75+, missed", "75+, met"],
  ]);
});

test("a comment that was approved since differs by its words and who approved it", async () => {
  const before = await cut();
  const { revisionId } = (await submit("lead", "2.3", "Some families moved."))!;
  await approve("head", "2.3", revisionId);
  expect(await since(before)).toEqual([
    [
      "2.3",
      "2013-12",
      "Comment",
      "none",
      expect.stringMatching(/^Some families moved\. — revision 1, approved by The head/),
    ],
  ]);
});

test("names, teams, measures and bands differ from the first month that shows it, once", async () => {
  const before = await cut();
  await change("update team set name = 'Assessing' where slug = 'assessment'");
  await change("update scorecard set name = 'Plan'");
  await change(
    "update band_set set withdrawn_at = now(), withdrawn_reason = 'Wrong.' where indicator_id in (select id from indicator where ref = '4.3')",
  );
  const found = await since(before);
  expect(found[0]).toEqual([null, null, "Name", "Improvement scorecard", "Plan"]);
  expect(found.filter(([, , what]) => what === "Team in")).toEqual([
    ["2.3", expect.stringMatching(/^2013-/), "Team in", "Assessment", "Assessing"],
    ["2.5", expect.stringMatching(/^2013-/), "Team in", "Assessment", "Assessing"],
  ]);
  expect(found.filter(([ref, , what]) => ref === "4.3" && what.endsWith("band in"))).toHaveLength(3);
});

test("a definition differs from the month that it holds from, which may be before those shown", async () => {
  const before = await cut();
  const was = "from indicator_definition where indicator_id = (select id from indicator where ref = '2.5')";
  await change(
    `create temporary table was on commit drop as select * ${was} and withdrawn_at is null;
     update indicator_definition d set withdrawn_at = now(), withdrawn_reason = 'Wrong.' from was where was.id = d.id;
     insert into indicator_definition (indicator_id, from_month, section_id, position, measure, unit, direction, precision)
     select indicator_id, from_month, section_id, position, 'Plans open for long', unit, direction, precision from was`,
  );
  const [held] = await database.asOwner(
    `select to_char(from_month, 'YYYY-MM') as from_month ${was} and withdrawn_at is null`,
  );
  expect(await since(before)).toEqual([
    ["2.5", held!.from_month, "Measure from", expect.any(String), "Plans open for long"],
    ["2.5", held!.from_month, "Action plan from", "A4", "none"],
  ]);
});

test("a month that closed, an indicator that came and a milestone that went differ", async () => {
  const before = await cut();
  await close("2013-12");
  await change("update milestone set withdrawn_at = now(), withdrawn_reason = 'Wrong.' where as_typed = 'below 5'");
  await change(
    `insert into indicator (scorecard_id, ref) values ('${world.scorecard.id}', '5.1');
     insert into indicator_definition (indicator_id, from_month, section_id, position, measure, unit, direction, precision)
     select (select id from indicator where ref = '5.1'), '2013-09-01', section_id, 9, 'A new measure', 'count', 'lower', 0 from indicator_definition limit 1`,
  );
  const found = await since(before);
  expect(found).toContainEqual([null, "2013-12", "Month", "open", "closed"]);
  expect(found).toContainEqual(["2.5", "2013-12", "Milestone", expect.stringContaining("below 5"), "none"]);
  expect(found).toContainEqual(["5.1", null, "Indicator", "none", "A new measure"]);
});

test("a row is marked at its cells, its milestones or its ref", () => {
  const of = (month: Difference["month"], what: string): Difference => ({ ref: "2.3", month, what, was: "", is: "" });
  const months = ["2013-11", "2013-12"] as const;
  expect(differsView([], months, [])).toBeUndefined();
  expect(differsView([of("2013-12", "Grade"), of("2013-12", "Milestone")], months, ["2013-12"])).toEqual({
    cells: [1],
    milestones: [0],
    itself: false,
  });
  expect(differsView([of("2013-11", "Team from")], months, [])).toEqual({ cells: [], milestones: [], itself: true });
});
