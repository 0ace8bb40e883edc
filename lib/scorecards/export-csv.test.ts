import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import { beforeAll, describe, expect, test } from "vitest";
import { actual } from "#db/schema/actuals";
import { useDatabase } from "#db/testing/use-database";
import { asReaderOf, operator, type PersonActor } from "#lib/access/actor";
import { perform } from "#lib/audit/perform";
import { importFirstScorecard } from "#lib/imports/import-first-scorecard";
import { exportCsv } from "#lib/scorecards/export-csv";
import type { ExportRow } from "#lib/scorecards/export-rows";
import { getScorecard } from "#lib/scorecards/get-scorecard";
import { getSheet } from "#lib/scorecards/get-sheet";
import { type SheetRange, wholeRange } from "#lib/scorecards/sheet-range";
import { made } from "#lib/testing/made";
import { makeWorld, type World } from "#lib/testing/world";

const database = useDatabase();
let world: World;
let slug = "";

beforeAll(async () => {
  world = await makeWorld(database);
  const { importId } = await importFirstScorecard(world.actors.officer);
  const found = await database.asOwner(
    "select slug from scorecard join import on import.scorecard_id = scorecard.id where import.id = $1",
    [importId],
  );
  slug = String(found[0]?.slug);
});

async function exported(actor: PersonActor, range?: SheetRange): Promise<ExportRow[]> {
  const scorecard = await getScorecard(actor, slug);
  const whole = scorecard && (range ?? wholeRange(scorecard));
  if (!whole) throw new Error("The first scorecard has months.");
  return parse(exportCsv(await getSheet(actor, scorecard, whole), made), { columns: true }) as ExportRow[];
}

/** The source read apart from the product: every row with a ref, by the places of its cells. */
const source = readFileSync("db/first-scorecard/scorecard.txt", "utf8")
  .split("\n")
  .flatMap((line) => {
    const cells = line.split("\t").map((cell) => cell.trim());
    const at = cells.findIndex((cell) => /^\d\.\d$/.test(cell));
    if (at < 0) return [];
    const [measure, benchmark, adequate, good, outstanding, ...months] = cells.slice(at + 1);
    return [
      {
        ref: cells[at],
        measure,
        benchmark,
        adequate,
        good,
        outstanding,
        actuals: months.slice(0, 4),
        plan: months.slice(4, 7),
      },
    ];
  });

/** What a person reads off the source: the grade of each figure from September to December 2013, O, G, A or I. */
const grades: Record<string, string> = {
  "1.1": "OOOO",
  "1.2": "AGAA",
  "2.1": "IIAG",
  "2.2": "--I-",
  "2.3": "AIIA",
  "2.4": "GGAG",
  "2.5": "OOGO",
  "3.1": "GGAA",
  "3.2": "--A-",
  "3.3": "----",
  "4.1": "-OOO",
  "4.2": "IIII",
  "4.3": "IIII",
  "4.4": "-IIA",
  "4.5": "IIII",
  "4.6": "GGGG",
};
const words: Record<string, string> = { O: "Outstanding", G: "Good", A: "Adequate", I: "Inadequate", "-": "" };

/** And what became of the milestones of December 2013. */
const met = ["1.1", "1.2", "2.1", "2.4", "2.5", "4.1", "4.6"];
const missed = ["2.3", "3.1", "4.2", "4.3", "4.4", "4.5"];

const lower = ["1.1", "1.2", "2.5", "4.3", "4.5", "4.6"];
const counts = ["2.5", "4.5"];
const sections = ["1 (no title in the source)", "2 Timeliness", "3 Views and Wishes", "4 Development of Workforce"];
const plans: [string, RegExp][] = [
  ["A4", /^2/],
  ["B4", /^3/],
  ["B3", /^4\.[1-3]/],
  ["D3", /^4\.[4-6]/],
];

describe("the export of the first scorecard", () => {
  let rows: ExportRow[];
  const of = (ref: string | undefined, month: string) => rows.find((row) => row.ref === ref && row.month === month);

  beforeAll(async () => {
    rows = await exported(world.actors.auditor);
  });

  test("has its columns in order, and a row for each month shown or planned", () => {
    expect(Object.keys(rows[0] ?? {})).toEqual(
      "ref section theme action_plan measure unit direction benchmark adequate good outstanding month value symbol grade milestone milestone_state comment comment_standing approved_by approved_utc approved_local file_of made_by made_utc made_local history_sealed_at".split(
        " ",
      ),
    );
    expect(source).toHaveLength(16);
    for (const { ref, plan } of source) {
      const planned = ["2014-03", "2014-06"].filter((_, index) => plan[index + 1]);
      expect(rows.filter((row) => row.ref === ref).map(({ month }) => month)).toEqual([
        ...["2013-09", "2013-10", "2013-11", "2013-12", "2014-01"],
        ...planned,
      ]);
    }
  });

  test("says of every indicator what the source says", () => {
    for (const row of rows) {
      const read = source.find(({ ref }) => ref === row.ref);
      expect(row).toMatchObject({
        section: sections[Number(row.ref[0]) - 1],
        theme: "Quality of Practice",
        action_plan: plans.find(([, refs]) => refs.test(row.ref))?.[0] ?? "",
        measure: read?.measure,
        unit: counts.includes(row.ref) ? "count" : row.ref === "4.6" ? "average" : "percent",
        direction: lower.includes(row.ref) ? "lower" : "higher",
        benchmark: read?.benchmark,
        adequate: read?.adequate,
        good: read?.good,
        outstanding: read?.outstanding,
        symbol: "",
      });
    }
  });

  test("has the 52 actuals, each with its grade, and no others", () => {
    for (const { ref = "", actuals } of source) {
      for (const [index, month] of ["2013-09", "2013-10", "2013-11", "2013-12"].entries()) {
        expect(of(ref, month)).toMatchObject({ value: actuals[index], grade: words[grades[ref]?.[index] ?? ""] });
      }
    }
    expect(rows.filter(({ value }) => value)).toHaveLength(52);
    expect(rows.filter(({ grade }) => grade)).toHaveLength(52);
  });

  test("has the 44 milestones, each with its state, and no others", () => {
    for (const { ref = "", plan } of source) {
      for (const [index, month] of ["2013-12", "2014-03", "2014-06"].entries()) {
        const typed = plan[index] ?? "";
        const december = met.includes(ref) ? "met" : missed.includes(ref) ? "missed" : "due";
        expect(of(ref, month)?.milestone ?? "").toBe(typed);
        expect(of(ref, month)?.milestone_state ?? "").toBe(typed && (index === 0 ? december : "due"));
      }
    }
    expect(rows.filter(({ milestone }) => milestone)).toHaveLength(44);
  });

  test("has the two comments with their words made whole", () => {
    const said = rows.filter(({ comment }) => comment);
    expect(said.map(({ ref, month }) => [ref, month])).toEqual([
      ["1.1", "2013-12"],
      ["2.1", "2013-12"],
    ]);
    expect(said[0]?.comment).toMatch(/^Repeat referrals: Has been calculated by the number of cases with a combined/);
    expect(said[1]?.comment).toMatch(/timely fashion when a decision is taken to commence an assessment\.$/);
  });

  test("takes the months asked for, and no others", async () => {
    const some = await exported(world.actors.auditor, { from: "2013-11", to: "2013-12" });
    expect([...new Set(some.map(({ month }) => month))]).toEqual(["2013-11", "2013-12"]);
    expect(some).toHaveLength(32);
  });

  test("gives in an edition the figures of closed months up to its own, and the plan as it is", async () => {
    const valued = async (actor: PersonActor) => (await exported(actor)).filter(({ value }) => value);
    expect(await valued(world.actors.reader)).toEqual([]);
    const october = await valued(asReaderOf(world.actors.auditor, "2013-10"));
    expect(new Set(october.map(({ month }) => month))).toEqual(new Set(["2013-09", "2013-10"]));
    const read = await exported(asReaderOf(world.actors.reader, "2013-12"));
    expect(read.filter(({ value }) => value).every(({ month }) => month <= "2013-11")).toBe(true);
    expect(read.filter(({ value }) => value)).toHaveLength(39);
    expect(read.filter(({ milestone }) => milestone)).toHaveLength(44);
    expect(new Set(read.map((row) => row.milestone_state))).toEqual(new Set(["", "due"]));
    expect(read.filter(({ comment }) => comment)).toEqual([]);
  });

  test("tells a reason for no figure, a flag and a blank apart", async () => {
    const ids = await database.asOwner(
      "select ref, indicator.id from indicator join scorecard on scorecard.id = scorecard_id where slug = $1",
      [slug],
    );
    const id = (ref: string) => String(ids.find((row) => row.ref === ref)?.id);
    await perform(operator(database.ownerUrl, "more figures"), "operator.change", async (tx) => {
      await tx.insert(actual).values([
        { indicatorId: id("1.1"), month: "2014-01", missing: "x" },
        { indicatorId: id("1.2"), month: "2014-01", value: "14.0", provisional: true, estimated: true },
        { indicatorId: id("2.5"), month: "2014-01", value: "0" },
      ]);
    });
    rows = await exported(world.actors.auditor);
    expect(of("1.1", "2014-01")).toMatchObject({ value: "", symbol: "x", grade: "" });
    expect(of("1.2", "2014-01")).toMatchObject({ value: "14", symbol: "p e", grade: "Good" });
    expect(of("2.5", "2014-01")).toMatchObject({ value: "0", symbol: "", grade: "Outstanding" });
    expect(of("2.1", "2014-01")).toMatchObject({ value: "", symbol: "", grade: "" });
  });

  test("in the form for a spreadsheet nothing but figures is a number or a date, and it reads back as the same", async () => {
    const { actors } = world;
    const scorecard = (await getScorecard(actors.auditor, slug))!;
    const sheet = await getSheet(actors.auditor, scorecard, wholeRange(scorecard)!);
    const held = parse(exportCsv(sheet, made, { form: "CSV for a spreadsheet" }), { columns: true }) as ExportRow[];
    const [first] = held;
    expect(first).toMatchObject({
      ref: '="1.1"',
      month: '="2013-09"',
      adequate: '="25-30"',
      value: "18",
      benchmark: "25",
    });
    const numbers = new Set(["value", "benchmark"]);
    const mistaken = held.flatMap((row) =>
      Object.entries(row).filter(([column, text]) => !numbers.has(column) && /^[-+.\d][-+.\d/:]*$/.test(text)),
    );
    expect(mistaken).toEqual([]);
    const readBack = held.map((row) =>
      Object.fromEntries(Object.entries(row).map(([column, text]) => [column, text.replace(/^="(.*)"$/, "$1")])),
    );
    expect(readBack).toEqual(parse(exportCsv(sheet, made), { columns: true }));
  });

  test("says of words whether they are approved, and who made the file and when, in both times", () => {
    expect(of("1.1", "2013-12")).toMatchObject({
      comment_standing: "as imported, not approved in Candour",
      approved_by: "",
      file_of: "Live figures, as of cut 1",
      made_by: "Somebody",
      made_utc: "2014-07-14T08:30:05Z",
      made_local: "2014-07-14T09:30:05+01:00",
    });
    expect(of("1.1", "2013-11")?.comment_standing).toBe("");
  });
});
