import { beforeAll, expect, test } from "vitest";
import { useDatabase } from "#db/testing/use-database";
import { asReaderOf } from "#lib/access/actor";
import { asOf } from "#lib/audit/as-of";
import { findEdition } from "#lib/audit/find-edition";
import { listRestatements } from "#lib/restatements/list-restatements";
import { scorecardCsv } from "#lib/scorecards/export-scorecard";
import { getIndicatorPage } from "#lib/scorecards/get-indicator-page";
import { getScorecard } from "#lib/scorecards/get-scorecard";
import { wholeRange } from "#lib/scorecards/sheet-range";
import { allOf } from "#lib/testing/all-of";
import { commented } from "#lib/testing/commented";
import { made } from "#lib/testing/made";
import { inMonths } from "#lib/testing/months";
import { inRestatements } from "#lib/testing/restated";
import { makeWorld, type World } from "#lib/testing/world";

const database = useDatabase();
let world: World;
const { record } = commented(() => world, database);
const { restate } = inRestatements(() => world, database);
const { close, publish } = inMonths(() => world, database);
const [slug, ref, month] = ["improvement", "2.3", "2013-12"] as const;

beforeAll(async () => {
  world = await makeWorld(database);
  await record(ref, "68");
  await close("officer", month, "The board meets.");
  await publish("officer", month, "The board meets on Monday.");
  await restate("head", ref, { value: "70", category: "late data", reason: "Two records came in late." });
  await restate("head", ref, { value: "71", category: "error", reason: "One was counted twice." });
  await publish("officer", month, "Figures were restated.");
  await restate("head", ref, { value: "72", category: "error", reason: "And another." });
});

const edition = async (number: number) => {
  const found = await findEdition(world.actors.reader, slug, `${month}.${number}`);
  if (!found.ok) throw new Error(found.message);
  return found.edition;
};
const said = async (number: number) =>
  (await edition(number)).restated.map(({ before, after, category, reason, restatedBy }) => [
    before.figure,
    after.figure,
    category,
    reason,
    restatedBy,
  ]);

const figureIn = async (read: () => Promise<Awaited<ReturnType<typeof getIndicatorPage>>>) => {
  const actual = (await read())!.indicator.cells.get(month)!.actual!;
  return [actual.value, actual.isRestated];
};
const eyes = () => asReaderOf(world.actors.reader, month);

test("an edition shows what it published, and its restatements show with the next", async () => {
  const shownIn = async (number: number) => {
    const { cut } = await edition(number);
    return figureIn(() => asOf(cut, () => getIndicatorPage(eyes(), slug, { ref, isWhole: true })));
  };
  expect(await shownIn(1)).toEqual(["68", false]);
  expect(await shownIn(2)).toEqual(["71", true]);
  expect(await figureIn(() => getIndicatorPage(world.actors.lead, slug, { ref, isWhole: true }))).toEqual(["72", true]);
});

test("the next edition lists what was restated since the one before, and why; none has what came later", async () => {
  expect(await said(1)).toEqual([]);
  expect(await said(2)).toEqual([
    ["68", "70", "late data", "Two records came in late.", "The head"],
    ["70", "71", "error", "One was counted twice.", "The head"],
  ]);
});

test("the indicator's page tells each in words, of an edition those that it knew of", async () => {
  const figures = (list: Awaited<ReturnType<typeof listRestatements>>) => list.map(({ after }) => after.figure);
  expect(figures(await listRestatements(world.actors.lead, { slug, ref }))).toEqual(["72", "71", "70"]);
  const inEdition = async (number: number) =>
    figures(await asOf((await edition(number)).cut, () => listRestatements(eyes(), { slug, ref, month })));
  expect(await inEdition(1)).toEqual([]);
  expect(await inEdition(2)).toEqual(["71", "70"]);
  expect(await listRestatements(world.actors.reader, { slug, ref })).toEqual([]);
});

test("the export marks it r", async () => {
  const scorecard = (await getScorecard(world.actors.lead, slug))!;
  const csv = await allOf(scorecardCsv(world.actors.lead, scorecard, wholeRange(scorecard)!, { made }));
  expect(csv.join("")).toMatch(/2013-12,72,r,/);
});
