import { parse } from "csv-parse/sync";
import { beforeAll, describe, expect, test } from "vitest";
import { useDatabase } from "#db/testing/use-database";
import type { PersonActor } from "#lib/access/actor";
import { recordActual } from "#lib/actuals/record-actual";
import { approveComment } from "#lib/commentary/approve-comment";
import { ApproveCommentInput } from "#lib/commentary/inputs";
import { getApprovalDetail, getApprovals } from "#lib/commentary/reading/get-approvals";
import { getCommentPage } from "#lib/commentary/reading/get-comment-page";
import { submitComment } from "#lib/commentary/submit-comment";
import { historyCsv } from "#lib/history/history-csv";
import { listEntries } from "#lib/history/list-entries";
import { listOpened } from "#lib/history/opened-entries";
import { sentenceText } from "#lib/history/sentence";
import { getReturn } from "#lib/returns/queries";
import { nothingTyped } from "#lib/rules/actual";
import { exportCsv } from "#lib/scorecards/export-csv";
import { getScorecard } from "#lib/scorecards/get-scorecard";
import { getSheet } from "#lib/scorecards/get-sheet";
import type { SheetCell } from "#lib/scorecards/sheet";
import { wholeRange } from "#lib/scorecards/sheet-range";
import { whatChanged } from "#lib/scorecards/what-changed";
import { made } from "#lib/testing/made";
import { redAmberGreen } from "#lib/testing/red-amber-green";
import { seedRedAmberGreen } from "#lib/testing/seed-red-amber-green";
import { makeWorld, type World } from "#lib/testing/world";

const slug = "early-help-scorecard";
const month = "2013-12";
const database = useDatabase();
let world: World;
let lead: PersonActor;
let head: PersonActor;

/** The world's lead and head answer for Early Help too. */
beforeAll(async () => {
  world = await makeWorld(database);
  await seedRedAmberGreen(database.ownerUrl, world.organisationId);
  await database.asOwner(`do $$ begin
    perform audit.begin_operator('Early Help has a lead and a head');
    insert into role_grant (organisation_id, person_id, role, team_id)
      select '${world.organisationId}', person_id, role, (select id from team where slug = 'early-help')
      from role_grant where person_id in ('${world.people.lead}', '${world.people.head}');
  end $$`);
  const [team] = await database.asOwner("select id, slug, name from team where slug = 'early-help'");
  const also = (actor: PersonActor): PersonActor => ({
    ...actor,
    roles: [...actor.roles, { role: actor.roles[0]!.role, team: team as { id: string; slug: string; name: string } }],
  });
  [lead, head] = [also(world.actors.lead), also(world.actors.head)];
});

const scorecardOf = async (actor: PersonActor, of = slug) => (await getScorecard(actor, of))!;
async function sheetFor(actor: PersonActor, of = slug) {
  const scorecard = await scorecardOf(actor, of);
  return getSheet(actor, scorecard, wholeRange(scorecard)!);
}
const partOf = async (of = slug) =>
  (await getReturn(lead, month)).parts.find(({ scorecard }) => scorecard.slug === of)!;
const rowOf = async (ref: string) => (await partOf()).rows.find((row) => row.ref === ref)!;

async function record(ref: string, value: string, because = "") {
  const { indicatorId, version } = await rowOf(ref);
  await recordActual(lead, {
    indicatorId,
    month,
    seen: version,
    typed: { ...nothingTyped, value, because },
  });
}

describe("a scorecard of red, amber and green", () => {
  test("is the set that its rows are", async () => {
    expect((await scorecardOf(lead)).labelSets).toEqual([
      { firstMonth: "0001-01", lastMonth: "9999-12", labels: redAmberGreen },
    ]);
  });

  test("is recorded in the same return as one of four levels, each part by its own", async () => {
    expect((await partOf()).labels.map(({ word }) => word)).toEqual(["Green", "Amber", "Red"]);
    expect((await partOf("improvement")).labels.map(({ word }) => word)).toContain("Outstanding");
    expect(await rowOf("1.1")).toMatchObject({ previous: { actual: { value: "9" }, level: { word: "Green" } } });
    expect(await rowOf("2.2")).toMatchObject({ bands: null, previous: { level: null } });
    for (const [ref, value] of Object.entries({ "1.1": "12", "1.2": "3.5", "2.1": "58", "2.2": "41" })) {
      await record(ref, value);
    }
  });

  test("grades its figures by two bands, and a figure without bands by none", async () => {
    const sheet = await sheetFor(world.actors.auditor);
    const word = ({ labels, grade }: SheetCell) => labels.find(({ rank }) => rank === grade)?.word ?? null;
    const words = sheet.indicators.map(({ ref, cells }) => [
      ref,
      ...sheet.figureMonths.map((each) => word(cells.get(each)!)),
    ]);
    expect(words).toEqual([
      ["1.1", "Red", "Amber", "Green", "Amber"],
      ["1.2", "Red", "Amber", "Amber", "Green"],
      ["2.1", "Red", "Amber", "Amber", "Red"],
      ["2.2", null, null, null, null],
    ]);
    expect(sheet.indicators[0]?.now.bands?.bestFirst.map(({ asTyped }) => asTyped)).toEqual(["below 10", "10-20"]);
  });

  test("counts what changed by its levels", async () => {
    const changes = whatChanged(await sheetFor(world.actors.auditor), month);
    expect(changes.map(({ indicator: { ref }, levels }) => [ref, levels])).toEqual([
      ["1.1", -1],
      ["1.2", 1],
      ["2.1", -1],
      ["2.2", null],
    ]);
  });

  test("asks for a comment where its levels do: at amber and red", async () => {
    const required = async (ref: string) => (await getCommentPage(lead, { slug, ref, month }))?.required;
    expect(await required("1.1")).toEqual([
      "the grade is Amber",
      "the milestone is missed",
      "the grade changed from Green since last month",
    ]);
    expect(await required("1.2")).toEqual(["the grade changed from Amber since last month"]);
    expect(await required("2.1")).toContain("the grade is Red");
    expect(await required("2.2")).toEqual([]);
  });

  test("has its comments approved for the grade by rank, as the form sends it", async () => {
    const { indicatorId } = await rowOf("2.1");
    const submitted = await submitComment(lead, {
      indicatorId,
      month,
      seen: { revisionId: null, version: 0 },
      body: "Two posts are vacant.",
    });
    const { waiting } = await getApprovals(head);
    const view = waiting.find(({ cell }) => cell.indicatorId === indicatorId)!;
    const seen = (await getApprovalDetail(head, view)).decisions!.seen;
    expect(seen).toMatchObject({ figure: "58", grade: 3 });
    const form = (grade: string) =>
      ApproveCommentInput.safeParse({
        revision: submitted!.revisionId,
        seen: String(seen.version),
        figure: seen.figure,
        missing: "",
        grade,
      });
    expect(["0", "7", "Red", "1.5"].map((grade) => form(grade).success)).toEqual([false, false, false, false]);
    await expect(approveComment(head, form("2").data!)).rejects.toMatchObject({
      code: "CONFLICT",
      message: expect.stringContaining("The grade of 2.1 for December 2013 changed after you opened it."),
    });
    await approveComment(head, form("3").data!);
    await record("2.1", "59", "recounted");
    const page = await getCommentPage(lead, { slug, ref: "2.1", month });
    expect(page?.follows?.state).toMatchObject({ state: "lapsed", because: "58 became 59 after it was approved" });
    await record("2.1", "58");
  });

  test("is told in the history with its own words", async () => {
    const { groups } = await listEntries(world.actors.auditor, { scorecard: slug, indicator: "2.1" });
    const opened = await Promise.all(groups.map(({ position }) => listOpened(world.actors.auditor, position)));
    const said = opened.flat().map(({ sentence }) => sentenceText(sentence));
    expect(said).toContain("The lead recorded 2.1 for December 2013: 58 (Red)");
    expect(said).toContain(
      "The head approved revision 1 of the comment on 2.1, December 2013. For the figure 58 (Red), with the milestone 70, after 74 in November 2013",
    );
    const approval = opened.flat().find(({ entry }) => entry.table === "comment_decision");
    expect(approval?.differences).toContainEqual({ column: "grade", before: "", after: "Red" });
    let all = "";
    for await (const part of historyCsv(world.actors.auditor, {}, 1_000_000)) all += part;
    expect(all).toContain("set the band Amber of 2.1: 60-79");
    expect(all).toContain("set the band Good of 2.3: 71-75");
    expect(all).toContain("added the word Amber for level 2, counted from the best");
  });

  test("is exported by its own words, and the other as ever", async () => {
    const columns = async (of: string) => exportCsv(await sheetFor(world.actors.auditor, of), made).split("\r\n")[0];
    const around = (bands: string) =>
      `ref,section,theme,action_plan,measure,unit,direction,benchmark,${bands},month,value,symbol,grade,milestone,milestone_state,comment,comment_standing,approved_by,approved_utc,approved_local,file_of,made_by,made_utc,made_local,history_sealed_at`;
    expect(await columns(slug)).toBe(around("amber,green"));
    expect(await columns("improvement")).toBe(around("adequate,good,outstanding"));
    const rows = parse(exportCsv(await sheetFor(world.actors.auditor), made), { columns: true }) as Record<
      string,
      string
    >[];
    expect(rows.find((row) => row.ref === "1.1" && row.month === month)).toMatchObject({
      amber: "10-20",
      green: "below 10",
      value: "12",
      grade: "Amber",
      milestone_state: "missed",
    });
    expect(rows.find((row) => row.ref === "2.2" && row.month === month)).toMatchObject({
      amber: "",
      green: "",
      value: "41",
      grade: "",
    });
  });
});

/** From December the scorecard of four levels is graded by three; only 2.3 has bands for them. */
describe("a scorecard whose levels become fewer", () => {
  beforeAll(async () => {
    await database.asOwner(`do $$
      declare made uuid;
      begin
        perform audit.begin_operator('three levels from December');
        insert into scorecard_label_set (scorecard_id, from_month, label_set_id)
          select '${world.scorecard.id}', '2013-12-01', id from label_set where name = 'Red, amber, green';
        insert into band_set (indicator_id, from_month) values ('${world.indicators["2.3"]}', '2013-12-01') returning id into made;
        insert into band (band_set_id, indicator_id, from_month, rank, as_typed, edge, strict) values
          (made, '${world.indicators["2.3"]}', '2013-12-01', 1, '70+', 70, false), (made, '${world.indicators["2.3"]}', '2013-12-01', 2, '60-69', 60, false);
        insert into actual (indicator_id, month, value) values
          ('${world.indicators["2.3"]}', '2013-12-01', 66), ('${world.indicators["2.5"]}', '2013-12-01', 12);
      end $$`);
  });

  const improvement = async () => sheetFor(world.actors.auditor, "improvement");

  test("keeps the grades of the old months, and gives none by bands of another number", async () => {
    const sheet = await improvement();
    const cells = (ref: string) => sheet.indicators.find((each) => each.ref === ref)!.cells;
    expect(cells("2.3").get("2013-11")).toMatchObject({ grade: 4 });
    expect(cells("2.3").get(month)).toMatchObject({ grade: 2 });
    expect(cells("2.5").get(month)).toMatchObject({ grade: null, actual: { value: "12" } });
    expect(sheet.labels).toEqual(redAmberGreen);
  });

  test("says of no grade that it rose or fell, here or in the return", async () => {
    const [change] = whatChanged(await improvement(), month);
    expect(change).toMatchObject({ levels: null, travel: { verdict: "improving" } });
    const row = (await partOf("improvement")).rows.find(({ ref }) => ref === "2.3");
    expect(row).toMatchObject({ previous: { level: { word: "Inadequate" }, grade: null } });
    const page = await getCommentPage(lead, { slug: "improvement", ref: "2.3", month });
    expect(page?.required).toEqual(["the grade is Amber", "the milestone is missed"]);
  });

  test("is exported with the columns of both, each row filling its own", async () => {
    const text = exportCsv(await improvement(), made);
    expect(text.split("\r\n")[0]).toContain(",benchmark,adequate,good,outstanding,amber,green,month,");
    const rows = parse(text, { columns: true }) as Record<string, string>[];
    const of = (ref: string, of: string) => rows.find((row) => row.ref === ref && row.month === of);
    expect(of("2.3", "2013-11")).toMatchObject({ adequate: "65-70", outstanding: "75+", amber: "", green: "" });
    expect(of("2.3", month)).toMatchObject({ adequate: "", outstanding: "", amber: "60-69", green: "70+" });
    expect(of("2.5", month)).toMatchObject({ adequate: "", amber: "", green: "", value: "12", grade: "" });
  });
});
