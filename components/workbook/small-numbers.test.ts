import exceljs from "exceljs";
import { beforeAll, describe, expect, test } from "vitest";
import { chartFile } from "#components/charts/chart-file";
import { chartModel } from "#components/charts/chart-model";
import { chartWords } from "#components/charts/chart-words";
import { packHtml } from "#components/pack/pack-html";
import { picturesView } from "#components/pictures/pictures-view";
import { indicatorView } from "#components/scorecards/indicator-view";
import { sheetView } from "#components/scorecards/sheet-view";
import { themeView } from "#components/scorecards/theme-view";
import { scorecardWorkbook } from "#components/workbook/scorecard-workbook";
import { useDatabase } from "#db/testing/use-database";
import { asReaderOf, type PersonActor } from "#lib/access/actor";
import { recordActual } from "#lib/actuals/record-actual";
import { asOf } from "#lib/audit/as-of";
import { findEdition, findEditionBefore } from "#lib/audit/find-edition";
import { pastView } from "#lib/audit/past-view";
import { getCommentPage } from "#lib/commentary/reading/get-comment-page";
import { writeWorkbook } from "#lib/exports/write-workbook";
import { listEditions } from "#lib/months/list-editions";
import { readPack } from "#lib/months/read-pack";
import { getRestating } from "#lib/restatements/get-restating";
import { listRestatedSince } from "#lib/restatements/list-restated-since";
import { listRestatements } from "#lib/restatements/list-restatements";
import { nothingTyped } from "#lib/rules/actual";
import type { Month } from "#lib/rules/month";
import { asAsked } from "#lib/scorecards/as-asked";
import { controlOf } from "#lib/scorecards/control-of";
import { eachComparison } from "#lib/scorecards/each-comparison";
import { eachSheet } from "#lib/scorecards/each-sheet";
import { scorecardCsv } from "#lib/scorecards/export-scorecard";
import { getIndicatorPage } from "#lib/scorecards/get-indicator-page";
import { getPicturesPage } from "#lib/scorecards/get-pictures-page";
import { getScorecardPage } from "#lib/scorecards/get-scorecard-page";
import { getThemePage } from "#lib/scorecards/get-theme-page";
import { listEditionSheets } from "#lib/scorecards/list-edition-sheets";
import { milestonesAhead } from "#lib/scorecards/milestones-ahead";
import { openExport } from "#lib/scorecards/open-export";
import { sheetHeads } from "#lib/scorecards/sheet-heads";
import { whatChanged } from "#lib/scorecards/what-changed";
import { allOf } from "#lib/testing/all-of";
import { commented } from "#lib/testing/commented";
import { defining } from "#lib/testing/defining";
import { answerText } from "#lib/testing/every-query";
import { made } from "#lib/testing/made";
import { inMonths } from "#lib/testing/months";
import { inRestatements } from "#lib/testing/restated";
import { withoutIds } from "#lib/testing/without-ids";
import { makeWorld, type World } from "#lib/testing/world";

const database = useDatabase();
let world: World;
const { cell, submit, approve } = commented(() => world, database);
const { publish, close } = inMonths(() => world, database);
const { restate } = inRestatements(() => world, database);
const { form, preview, save } = defining(() => world);
const slug = "improvement";

const hide = async (ref: "2.3" | "2.5", from: Month, typed: Record<string, string>) => {
  const given = await form(ref, from, { ...typed, small: "yes" });
  await save("officer", given, await preview("officer", given));
};
const record = async (ref: "2.3" | "2.5", month: Month, typed: Partial<typeof nothingTyped>) =>
  recordActual(world.actors.lead, {
    indicatorId: world.indicators[ref],
    month,
    seen: (await cell(ref, month))?.actual?.version ?? 0,
    typed: { ...nothingTyped, because: "recounted", sure: typed.value ?? "", ...typed },
  });

/** Figures that nothing else here is like, and a reader is not shown: one of few, and two that give one away. */
const secrets = ["8731", "8,731", "7103", "7,103", "7104", "7,104"];
const shown = ["7,100"];

beforeAll(async () => {
  world = await makeWorld(database);
  await hide("2.3", "2013-11", { covers: "the month" });
  await hide("2.5", "2013-11", { covers: "the year to date" });
  await record("2.3", "2013-12", { numerator: "4", denominator: "8731" });
  await record("2.5", "2013-12", { value: "7100" });
  await record("2.3", "2014-01", { numerator: "70", denominator: "100", note: "Not of 8731 any more." });
  await record("2.5", "2014-01", { value: "7103" });
  const said = await submit("lead", "2.5", "By now 7,103 were counted.", "2014-01");
  await approve("head", "2.5", said!.revisionId, "2014-01");
  const also = await submit("lead", "2.3", "A new rota.", "2014-01");
  await approve("head", "2.3", also!.revisionId, "2014-01");
  await close("officer", "2013-12", "The board meets.");
  await publish("officer", "2013-12", "The board meets.");
  await close("officer", "2014-01", "The board meets.");
  await publish("officer", "2014-01", "The board meets.");
  await restate("head", "2.5", {
    month: "2014-01",
    value: "7104",
    reason: "It was 7,103 and is 7104.",
    holds: false,
    revisionId: said!.revisionId,
  });
  await restate("head", "2.5", {
    month: "2013-12",
    typed: { ...nothingTyped, value: "7091", sure: "7091" },
    reason: "Nine were counted twice.",
  });
  await publish("officer", "2014-01", "What was restated.");
}, 60_000);

async function looking(who: PersonActor, name: string, asReader = false) {
  const found = await findEdition(who, slug, name);
  if (!found.ok) throw new Error(found.message);
  const past = { cut: found.edition.cut, takenAt: found.edition.takenAt, edition: found.edition };
  const whole = asReaderOf(who, found.edition.month);
  return { past, who, eyes: asReader ? asAsked(whole, { small: "hidden" }) : whole };
}
type Looking = Awaited<ReturnType<typeof looking>>;

async function files({ past, who, eyes }: Looking): Promise<Record<string, string>> {
  const opened = await openExport(eyes, slug, {}, past);
  if (!opened.ok) throw new Error(opened.message);
  const { scorecard, range, cut } = opened;
  const before = await findEditionBefore(who, slug, { cut, edition: past.edition });
  const book = scorecardWorkbook(sheetHeads(scorecard, range), {
    ...{ range, made, timeZone: made.timeZone },
    sheets: () => eachSheet(eyes, scorecard, range, { cut }),
    compared: before && {
      edition: before,
      restated: await listRestatedSince(eyes, slug, { edition: before, cut }),
      parts: () => eachComparison(eyes, slug, { edition: before, range, cut }),
    },
  });
  const file = new exceljs.Workbook();
  await file.xlsx.load(Buffer.concat(await allOf(writeWorkbook(book))) as never);
  const pack = (await readPack(who, opened, { past, eyes }))!;
  const csv = async (form: "CSV" | "CSV for a spreadsheet") =>
    (await allOf(scorecardCsv(eyes, scorecard, range, { made, form, cut }))).join("");
  return {
    workbook: JSON.stringify(file.model.sheets),
    pack: packHtml(pack, made, "A4"),
    csv: await csv("CSV"),
    "csv for a spreadsheet": await csv("CSV for a spreadsheet"),
  };
}

async function pages({ past, who, eyes }: Looking): Promise<Record<string, string>> {
  const at = <T>(read: () => Promise<T>) => asOf(past.cut, read);
  const table = (await at(() => getScorecardPage(eyes, slug, { part: undefined })))!.shown!;
  const { sheet, whole, range } = table;
  const focus = sheet.focus!;
  const view = { timeZone: made.timeZone, past: { edition: "1" }, part: null };
  const theme = (await at(() => getThemePage(eyes, slug, { theme: "quality-of-practice", part: undefined })))!;
  const pictures = (await at(() => getPicturesPage(eyes, slug, { theme: undefined, part: undefined })))!;
  const changes = whatChanged(sheet, focus);
  const drawn = pictures.sheet.indicators.map((indicator) => ({
    indicator,
    stretches: controlOf(indicator, pictures.sheet.figureMonths),
    next: milestonesAhead(indicator, focus)[0],
  }));
  const indicators = ["2.3", "2.5"].map(async (ref) => {
    const page = (await at(() => getIndicatorPage(eyes, slug, { ref, isWhole: true })))!;
    const [change] = whatChanged(page.sheet, focus);
    const stretches = controlOf(page.indicator, page.sheet.figureMonths);
    const chart = chartModel(page.sheet, page.indicator, stretches);
    const words = chartWords(page.indicator, stretches, null);
    return {
      page,
      chart: chart && chartFile(chart, { title: "", about: "", words }),
      view: sentWhole(
        indicatorView(page.sheet, page.indicator, {
          ...{ change, ahead: milestonesAhead(page.indicator, focus), workedOn: [], isTold: false, isCut: false },
          ...{ timeZone: made.timeZone, past: {}, stretches },
        }),
      ),
      comments: await Promise.all(
        page.sheet.figureMonths.map((month) => at(() => getCommentPage(eyes, { slug, ref, month }))),
      ),
      restating: await Promise.all(
        page.sheet.figureMonths.map((month) => at(() => getRestating(eyes, { slug, ref, month }))),
      ),
      restated: await at(() => listRestatements(eyes, { slug, ref })),
    };
  });
  const read = {
    table,
    "table's view": sentWhole(sheetView(sheet, changes, { ...view, whole, range, hidden: [], past: {} })),
    theme,
    "theme's view": sentWhole(
      themeView(
        theme.sheet,
        { ...view, theme: { slug: "", name: "" }, month: focus, since: null, labels: theme.sheet.labels },
        whatChanged(theme.sheet, focus).map((change) => ({ ...change, next: undefined })),
      ),
    ),
    pictures: sentWhole(
      picturesView(
        pictures.sheet,
        { ...view, month: focus, since: null, theme: undefined, themes: [] },
        { changes, drawn },
      ),
    ),
    indicators: await Promise.all(indicators),
    banner: pastView(past, who),
    editions: await listEditions(who, slug, { over: false }),
    home: await listEditionSheets(who),
  };
  return Object.fromEntries(Object.entries(read).map(([what, page]) => [what, answerText(page)]));
}

/** What a page draws, which travels as JSON and loses nothing by it. */
function sentWhole<View>(view: View): View {
  expect(JSON.parse(JSON.stringify(view))).toEqual(view);
  return view;
}

const found = (surfaces: Record<string, string>, texts: readonly string[]) =>
  Object.entries(surfaces).flatMap(([what, text]) =>
    texts
      .filter((secret) => new RegExp(`(?<![\\d.])${secret}(?!\\d)`).test(withoutIds(text)))
      .map((secret) => `${what}: ${secret}`),
  );

describe.each(["2013-12.1", "2014-01.1", "2014-01.2"])("of edition %s", (name) => {
  test("no page and no file tells a reader a hidden figure", async () => {
    const eyes = await looking(world.actors.reader, name);
    expect(found(await pages(eyes), secrets)).toEqual([]);
    expect(found(await files(eyes), secrets)).toEqual([]);
  });

  test("nor does a file that somebody else asks for as readers see it", async () => {
    expect(found(await files(await looking(world.actors.auditor, name, true)), secrets)).toEqual([]);
  });
});

test("what is shown is found by the same search, and who may see sees all of it, marked", async () => {
  const reader = await looking(world.actors.reader, "2014-01.1");
  expect(found(await pages(reader), shown).length).toBeGreaterThan(2);
  const auditor = await looking(world.actors.auditor, "2014-01.1");
  const all = await pages(auditor);
  expect(found(all, ["7,103"])).toContain("table's view: 7,103");
  expect(found(await files(auditor), ["8731"])).toContain("workbook: 8731");
  expect(all["table's view"]).toContain('"7,103",3,"c"');
});

test("a comment that tells a hidden figure is kept back, and an approval that lapsed tells none", async () => {
  const { eyes, past } = await looking(world.actors.reader, "2014-01.1");
  const page = await asOf(past.cut, () => getIndicatorPage(eyes, slug, { ref: "2.5", isWhole: true }));
  expect(page!.indicator.cells.get("2014-01")).toMatchObject({ small: "hidden", comment: { kind: "withheld" } });
  const later = await looking(world.actors.reader, "2014-01.2");
  const then = await asOf(later.past.cut, () => getIndicatorPage(later.eyes, slug, { ref: "2.5", isWhole: true }));
  expect(then!.indicator.cells.get("2014-01")!.comment).toEqual({
    kind: "lapsed",
    because: "what it was of has changed",
  });
});

test("a figure restated stays out where it would give away what an earlier edition showed or hid", async () => {
  const hiddenIn = async (name: string) => {
    const { eyes, past } = await looking(world.actors.reader, name);
    const page = await asOf(past.cut, () => getIndicatorPage(eyes, slug, { ref: "2.5", isWhole: true }));
    return [...page!.indicator.cells.values()].flatMap(({ month, small }) => (small ? month : []));
  };
  expect(await hiddenIn("2013-12.1")).toEqual(["2013-11"]);
  expect(await hiddenIn("2014-01.1")).toEqual(["2013-11", "2014-01"]);
  expect(await hiddenIn("2014-01.2")).toEqual(["2013-11", "2014-01"]);
});

test("what is hidden later is hidden in the editions that were published before", async () => {
  const given = await form("4.3", "2013-11", { covers: "the month", small: "yes" });
  const eyes = async () => {
    const { eyes, past } = await looking(world.actors.reader, "2014-01.1");
    const page = await asOf(past.cut, () => getIndicatorPage(eyes, slug, { ref: "4.3", isWhole: true }));
    return page!.indicator.cells.get("2013-11");
  };
  expect(await eyes()).toMatchObject({ actual: { value: "30.3" } });
  await save("officer", given, await preview("officer", given));
  expect(await eyes()).toMatchObject({ actual: { value: null, missing: "c" }, grade: null, small: "hidden" });
});
