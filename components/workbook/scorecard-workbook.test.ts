import { eq } from "drizzle-orm";
import exceljs from "exceljs";
import { beforeAll, describe, expect, test } from "vitest";
import type { CellView } from "#components/scorecards/cell-view";
import { differencesView } from "#components/scorecards/differences-view";
import { saidView } from "#components/scorecards/said-view";
import { sheetView } from "#components/scorecards/sheet-view";
import { keptNumber } from "#components/workbook/figure-cell";
import { scorecardWorkbook } from "#components/workbook/scorecard-workbook";
import { gradeOfCell, shownFigure } from "#components/workbook/testing/read-as-people-do";
import { actual } from "#db/schema/actuals";
import { band, bandSet, indicatorDefinition } from "#db/schema/indicators";
import { useDatabase } from "#db/testing/use-database";
import { asReaderOf, operator, type PersonActor } from "#lib/access/actor";
import { asOf } from "#lib/audit/as-of";
import { findEdition, findEditionBefore } from "#lib/audit/find-edition";
import type { Past } from "#lib/audit/find-past";
import { perform } from "#lib/audit/perform";
import { writeWorkbook } from "#lib/exports/write-workbook";
import { importFirstScorecard } from "#lib/imports/import-first-scorecard";
import { listRestatedSince } from "#lib/restatements/list-restated-since";
import { bandRows, parseBands } from "#lib/rules/bands";
import { madeOf } from "#lib/rules/made";
import { monthName } from "#lib/rules/month";
import { directionWords } from "#lib/rules/which-is-better";
import { eachComparison } from "#lib/scorecards/each-comparison";
import { eachSheet } from "#lib/scorecards/each-sheet";
import { getSheet } from "#lib/scorecards/get-sheet";
import { openExport } from "#lib/scorecards/open-export";
import type { Sheet } from "#lib/scorecards/sheet";
import { sheetHeads } from "#lib/scorecards/sheet-heads";
import { whatChanged } from "#lib/scorecards/what-changed";
import { allOf } from "#lib/testing/all-of";
import { commented } from "#lib/testing/commented";
import { inMonths } from "#lib/testing/months";
import { inRestatements } from "#lib/testing/restated";
import { typedBands } from "#lib/testing/typed-bands";
import { makeWorld, type World } from "#lib/testing/world";

const database = useDatabase();
let world: World;
const { submit, approve, record } = commented(() => world, database);
const { restate } = inRestatements(() => world, database);
const { publish, close } = inMonths(() => world, database);
const timeZone = "Europe/London";

/** What a person takes away, read by another program, and the sheet that their page would show. */
async function takeAway(
  actor: PersonActor,
  slug: string,
  { past = null, cells }: { past?: Past | null; cells?: number } = {},
) {
  const eyes = past?.edition ? asReaderOf(actor, past.edition.month) : actor;
  const opened = await openExport(eyes, slug, {}, past);
  if (!opened.ok) throw new Error(opened.message);
  const { scorecard, range, cut } = opened;
  const before = await findEditionBefore(actor, slug, { cut, edition: past?.edition });
  const book = scorecardWorkbook(sheetHeads(scorecard, range), {
    range,
    made: madeOf({ by: actor.person.name, at: new Date("2014-07-14T08:30:05Z"), of: past, cut, timeZone }),
    timeZone,
    sheets: () => eachSheet(eyes, scorecard, range, { cut, ...(cells && { cells }) }),
    compared: before && {
      edition: before,
      restated: await listRestatedSince(actor, slug, { edition: before, cut }),
      parts: () => eachComparison(actor, slug, { edition: before, range, cut }),
    },
  });
  const bytes = Buffer.concat(await allOf(writeWorkbook(book)));
  const file = new exceljs.Workbook();
  await file.xlsx.load(bytes as never);
  const sheet = await asOf(cut, () => getSheet(eyes, scorecard, range));
  return {
    file,
    sheet,
    range,
    bytes,
    compared: before && (await allOf(eachComparison(actor, slug, { edition: before, range, cut }))),
  };
}

type Taken = Awaited<ReturnType<typeof takeAway>>;

const rowsOf = (sheet: exceljs.Worksheet, headings: number) => {
  const names = (sheet.getRow(headings).values as unknown[]).map(String);
  return (sheet.getRows(headings + 1, sheet.rowCount - headings) ?? []).map((row) => (name: string) => {
    const column = names.indexOf(name);
    if (column < 0) throw new Error(`There is no column ${name}.`);
    return row.getCell(column);
  });
};

const viewOf = ({ sheet, range }: Taken) =>
  sheetView(sheet, sheet.focus ? whatChanged(sheet, sheet.focus) : [], {
    whole: range,
    range,
    hidden: [],
    timeZone,
    past: {},
    part: null,
  });

/** Figure and grade as the page says them: "68% [p]" and "Good", or why there is no figure. */
function onScreen(cell: CellView, unit: string, levels: readonly { word: string }[]): [string, string] {
  const none = {
    x: "[x] not available",
    z: "[z] not applicable",
    c: "[c] confidential",
    blank: "not given",
    "not due": "not due",
  };
  const beside = (flags: string) => flags && ` ${flags.replace(/./g, "[$&]")}`;
  if (typeof cell === "string") return [none[cell], ""];
  if ("none" in cell) return [`${none[cell.none]}${beside(cell.flags)}`, ""];
  const [figure, place, flags = ""] = cell;
  return [`${figure}${unit === "percent" ? "%" : ""}${beside(flags)}`, place === null ? "" : levels[place]!.word];
}

/** Compares every figure, word and grade of the workbook's first sheet with the page's model. */
function expectAsOnScreen(taken: Taken) {
  const view = viewOf(taken);
  const sheet = taken.file.getWorksheet("Scorecard")!;
  const rows = rowsOf(sheet, 3);
  const shown = view.sections.flatMap((section) => section.rows.map((row) => ({ section, row })));
  expect(rows).toHaveLength(shown.length);
  for (const [index, { section, row }] of shown.entries()) {
    const said = rows[index]!;
    const unit = taken.sheet.indicators[index]!.now.unit;
    const text = (name: string) => said(name).text;
    expect([text("PI ref"), text("Measure"), text("Theme"), text("Section")]).toEqual([
      row.ref,
      row.measure,
      section.theme.name,
      section.name,
    ]);
    expect(text("Direction")).toBe(directionWords(row.direction));
    expect(text("Action plan")).toBe(row.plan ?? "");
    expect(row.benchmark ? shownFigure(said("Neighbour average")).replace("%", "") : "").toBe(row.benchmark?.[0] ?? "");
    expect(view.bands.map(text)).toEqual(row.bands.map((band) => band ?? ""));
    for (const [place, month] of view.months.entries()) {
      const [figure, grade] = onScreen(row.cells[place]!, unit, view.levels);
      const cell = said(monthName(month));
      expect([shownFigure(cell), text(`Grade, ${monthName(month)}`)]).toEqual([figure, grade]);
      expect(gradeOfCell(sheet, cell, taken.sheet.labels)).toBe(grade);
    }
    for (const [place, month] of view.planned.entries()) {
      const milestone = row.milestones[place] ?? ["", ""];
      expect([text(`Milestone, ${monthName(month)}`), text(`Whether met, ${monthName(month)}`)]).toEqual([
        ...milestone,
      ]);
    }
    expect([text("Comment"), text("Standing of the comment")]).toEqual([
      row.said?.body ?? "",
      row.said?.standing ?? "",
    ]);
  }
}

/** Whatever somebody wrote, no cell of any sheet is a formula. */
function expectNoFormula({ file }: Taken) {
  for (const sheet of file.worksheets) {
    sheet.eachRow((row) =>
      row.eachCell(({ type, address }) => expect(type, address).not.toBe(exceljs.ValueType.Formula)),
    );
  }
}

/** The same of every month in a row of its own. */
function expectMonthsAsOnScreen({ file, sheet }: Taken) {
  const rows = rowsOf(file.getWorksheet("Months")!, 1);
  const wanted = sheet.indicators.flatMap((indicator) =>
    [...indicator.cells.values()]
      .filter(
        ({ month, milestone }) =>
          sheet.figureMonths.includes(month) || (milestone && sheet.milestoneMonths.includes(month)),
      )
      .map((cell) => ({ indicator, cell })),
  );
  expect(rows).toHaveLength(wanted.length);
  const found = new Map(rows.map((said) => [`${said("PI ref").text} ${monthOf(said("Month"))}`, said]));
  for (const { indicator, cell } of wanted) {
    const said = found.get(`${indicator.ref} ${cell.month}`)!;
    const level = cell.labels.find(({ rank }) => rank === cell.grade);
    const comment = saidView(cell, timeZone, false);
    expect(said("Figure").value === null ? null : Number(said("Figure").value)).toBe(
      cell.actual?.value == null ? null : Number(keptNumber(cell.actual.value, cell.at.unit)),
    );
    expect(said("Grade").text).toBe(level?.word ?? "");
    expect(said("Milestone").text).toBe(cell.milestone?.milestone.asTyped ?? "");
    expect(said("Comment").text).toBe(comment?.body ?? "");
    expect(said("Standing of the comment").text).toBe(comment?.standing ?? "");
  }
}

const monthOf = ({ value }: exceljs.Cell) => (value as Date).toISOString().slice(0, 7);

function expectChangesAsOnScreen({ file, compared }: Taken) {
  const rows = rowsOf(file.getWorksheet("Changes")!, 1);
  const wanted = compared!.flatMap(({ was, is }: { was: Sheet; is: Sheet }) => differencesView(was, is, timeZone));
  expect(wanted.length).toBeGreaterThan(0);
  const heading = file.getWorksheet("Changes")!.getRow(1).getCell(4).text;
  expect(
    rows.map((said) => [said("PI ref").text, said("What").text, said(heading).text, said("In this file").text]),
  ).toEqual(wanted.map(({ ref, what, was, is }) => [ref ?? "Scorecard", what, was, is]));
}

describe("the workbook of the first scorecard", () => {
  let slug = "";
  beforeAll(async () => {
    world = await makeWorld(database);
    const { importId } = await importFirstScorecard(world.actors.officer);
    const [found] = await database.asOwner(
      "select slug, scorecard.id from scorecard join import on import.scorecard_id = scorecard.id where import.id = $1",
      [importId],
    );
    slug = String(found?.slug);
    const ids = await database.asOwner("select ref, id from indicator where scorecard_id = $1", [found?.id]);
    const id = (ref: string) => String(ids.find((row) => row.ref === ref)?.id);
    await perform(operator(database.ownerUrl, "more figures"), "operator.change", async (tx) => {
      await tx.insert(actual).values([
        { indicatorId: id("1.1"), month: "2014-01", missing: "x" },
        { indicatorId: id("1.2"), month: "2014-01", value: "14.0", provisional: true, estimated: true },
        { indicatorId: id("2.5"), month: "2014-01", value: "0" },
        { indicatorId: id("3.3"), month: "2013-11", value: "20" },
        { indicatorId: id("3.3"), month: "2013-12", value: "55" },
        { indicatorId: id("3.3"), month: "2014-01", value: "62" },
      ]);
      const [turned] = await tx
        .select()
        .from(indicatorDefinition)
        .where(eq(indicatorDefinition.indicatorId, id("3.3")));
      const { id: _, fromMonth: __, setAt: ___, ...whole } = turned!;
      const from = { indicatorId: id("3.3"), fromMonth: "2013-11" as const };
      await tx.insert(indicatorDefinition).values({ ...whole, ...from, setBy: null, direction: "within" });
      const [set] = await tx.insert(bandSet).values(from).returning({ id: bandSet.id });
      const read = parseBands(typedBands(["30-70", "40-60", "45-55"]), "within");
      if (!read.ok) throw new Error(read.problems[0]!.message);
      await tx.insert(band).values(bandRows(read.bands).map((row) => ({ ...row, ...from, bandSetId: set!.id })));
    });
  });

  test("says what the page says, in figures that are numbers, in words and in grades", async () => {
    const taken = await takeAway(world.actors.auditor, slug);
    expect(taken.file.worksheets.map(({ name }) => name)).toEqual([
      "Scorecard",
      "Months",
      "Definitions",
      "Changes",
      "About",
    ]);
    expectAsOnScreen(taken);
    expectMonthsAsOnScreen(taken);
    const said = rowsOf(taken.file.getWorksheet("Scorecard")!, 3).find((row) => row("PI ref").text === "1.2")!;
    expect(said("January 2014")).toMatchObject({ value: 0.14, numFmt: '0.0%" [p][e]"' });
    const ranged = rowsOf(taken.file.getWorksheet("Scorecard")!, 3).find((row) => row("PI ref").text === "3.3")!;
    expect(
      ["Direction", "Grade, November 2013", "Grade, December 2013", "Grade, January 2014"].map(
        (name) => ranged(name).text,
      ),
    ).toEqual(["close to a range is better", "Inadequate", "Outstanding", "Adequate"]);
    expect(taken.file.getWorksheet("Scorecard")!.views[0]).toMatchObject({ state: "frozen", xSplit: 2, ySplit: 3 });
    expect(taken.file.getWorksheet("Changes")!.getRow(2).getCell(1).text).toBe("No edition was published before.");
  });

  test("is the same read in parts, and of its months alone", async () => {
    const [one, parts] = [
      await takeAway(world.actors.auditor, slug),
      await takeAway(world.actors.auditor, slug, { cells: 40 }),
    ];
    const words = ({ file }: Taken) => file.worksheets.map((sheet) => sheet.getSheetValues());
    expect(words(parts)).toEqual(words(one));
  });

  test("says who made it, when and of what", async () => {
    const { file } = await takeAway(world.actors.auditor, slug);
    const about = new Map(
      file
        .getWorksheet("About")!
        .getRows(1, 12)!
        .map((row) => [row.getCell(1).text, row.getCell(2).text]),
    );
    expect(about.get("Made by")).toBe(world.actors.auditor.person.name);
    expect(about.get("Made at, local time")).toBe("14 July 2014, 09:30:05 (Europe/London)");
    expect(about.get("Made at, UTC")).toBe("14 July 2014, 08:30:05 (UTC)");
    expect(about.get("Of")).toMatch(/^Live figures, as of cut \d+$/);
    expect(file.creator).toBe(world.actors.auditor.person.name);
    expect(file.getWorksheet("Scorecard")!.getRow(2).getCell(1).text).toContain(
      `Made by ${file.creator}, 14 July 2014, 09:30:05`,
    );
  });

  test("tells what each indicator is, and in which months", async () => {
    const { file } = await takeAway(world.actors.auditor, slug);
    const rows = rowsOf(file.getWorksheet("Definitions")!, 1).filter((said) => said("PI ref").text === "1.1");
    const said = new Map(rows.map((row) => [row("What").text, [row("In words").text, row("In the months").text]]));
    expect(said.get("Direction")).toEqual(["lower is better", "September 2013 to June 2014"]);
    expect(said.get("Outstanding band")?.[0]).toBe("below 20");
  });
});

describe("the workbook of an edition", () => {
  test("is of what was published, and says what is otherwise than in the edition before", async () => {
    const { auditor, reader } = world.actors;
    const { slug } = world.scorecard;
    await publish("officer", "2013-11", "The board meets.");
    await record("2.3", "68");
    const submitted = await submit("lead", "2.3", "=1+1 assessors left.");
    await approve("head", "2.3", submitted!.revisionId);
    await submit("lead", "2.5", "Nobody has approved this.");
    await database.asOwner(
      `do $$ begin perform audit.begin_operator('late data'); update actual set value = 66 where month = '2013-11-01' and value = 63; end $$`,
    );
    await close("officer", "2013-12", "The board meets.");
    await publish("officer", "2013-12", "The board meets.");
    const found = await findEdition(reader, slug, "2013-12.1");
    if (!found.ok) throw new Error(found.message);
    await database.asOwner(
      `do $$ begin perform audit.begin_operator('later'); update actual set value = 1 where month = '2013-12-01' and value = 68; end $$`,
    );

    const { edition } = found;
    const of = await takeAway(reader, slug, { past: { cut: edition.cut, takenAt: edition.takenAt, edition } });
    expectAsOnScreen(of);
    expectMonthsAsOnScreen(of);
    expectChangesAsOnScreen(of);
    expectNoFormula(of);
    const comment = rowsOf(of.file.getWorksheet("Scorecard")!, 3)[0]!("Comment");
    expect([comment.type, comment.text]).toEqual([exceljs.ValueType.String, "=1+1 assessors left."]);
    expect(of.file.getWorksheet("Scorecard")!.getRow(2).getCell(1).text).toMatch(
      /^Edition 1 of December 2013\. Made by/,
    );
    const everything = JSON.stringify(of.file.worksheets.map((sheet) => sheet.getSheetValues()));
    expect(everything).not.toContain("Nobody has approved this.");
    expect(
      rowsOf(of.file.getWorksheet("Changes")!, 1).map((said) => said("In edition 1 of November 2013").text),
    ).toContain("63%");

    await restate("head", "2.3", { month: "2013-11", value: "64" });
    const live = await takeAway(auditor, slug);
    expectAsOnScreen(live);
    expectChangesAsOnScreen(live);
    const why = rowsOf(live.file.getWorksheet("Changes")!, 1)
      .map((said) => said("Why").text)
      .filter(Boolean);
    expect(why).toEqual([`Late data, by ${world.actors.head.person.name}: Two records came in late.`]);
    expect(JSON.stringify(live.file.worksheets.map((sheet) => sheet.getSheetValues()))).not.toContain(
      "Nobody has approved this.",
    );
  });
});
