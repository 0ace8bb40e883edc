import { beforeAll, describe, expect, test } from "vitest";
import { useDatabase } from "#db/testing/use-database";
import type { PersonActor } from "#lib/access/actor";
import { assembleSheet } from "#lib/scorecards/assemble-sheet";
import { scorecardCsv } from "#lib/scorecards/export-scorecard";
import { getScorecard } from "#lib/scorecards/get-scorecard";
import { getSheet } from "#lib/scorecards/get-sheet";
import { listPlaces, type Place } from "#lib/scorecards/list-places";
import { findPart, partsOf } from "#lib/scorecards/parts";
import { usualRange, wholeRange } from "#lib/scorecards/sheet-range";
import { getSheetRows } from "#lib/scorecards/sheet-rows";
import { allOf } from "#lib/testing/all-of";
import { countStatements } from "#lib/testing/count-statements";
import { largeScorecard } from "#lib/testing/large-scorecard";
import { made } from "#lib/testing/made";
import { makeWorld } from "#lib/testing/world";

const database = useDatabase();
let auditor: PersonActor;

beforeAll(async () => {
  auditor = (await makeWorld(database)).actors.auditor;
  await largeScorecard(database.asOwner, { slug: "large", indicators: 200, months: 30 });
}, 120_000);

const large = async () => (await getScorecard(auditor, "large"))!;

const placed = (theme: string, position: number, ref: string): Place => ({
  id: ref,
  ref,
  now: { theme: { slug: theme, name: `Theme ${theme}`, position }, section: { number: 1 }, position: 1 },
});

test("parts are the themes, and of a large theme so many indicators at a time, each indicator once and in order", () => {
  const places = [...["1.1", "1.2", "1.3"].map((ref) => placed("a", 1, ref)), placed("b", 2, "2.1")];
  expect(partsOf(places, 2)).toEqual([
    { label: "Theme a, 1.1 to 1.2", ids: ["1.1", "1.2"] },
    { label: "Theme a, 1.3 to 1.3", ids: ["1.3"] },
    { label: "Theme b", ids: ["2.1"] },
  ]);
  expect(partsOf([])).toEqual([]);
});

describe("a scorecard of 200 indicators over 30 months", () => {
  test("has its places in the order of its sheet", async () => {
    const scorecard = await large();
    const range = usualRange(scorecard)!;
    const sheet = await getSheet(auditor, scorecard, range);
    const places = await listPlaces(auditor, scorecard, range);
    expect(places.map(({ ref }) => ref)).toEqual(sheet.indicators.map(({ ref }) => ref));
    expect(places).toHaveLength(200);
  });

  test("opens by theme, in two statements more than none, and every row is in one part", async () => {
    const scorecard = await large();
    const range = usualRange(scorecard)!;
    const seen: string[] = [];
    for (const part of ["1", "2", "3", "4", "5"]) {
      const found = (await findPart(auditor, scorecard, range, { part }))!;
      expect(found).toMatchObject({ number: Number(part), labels: [1, 2, 3, 4, 5].map((n) => `Theme ${n}`) });
      seen.push(...(await getSheet(auditor, scorecard, range, found)).indicators.map(({ ref }) => ref));
    }
    expect(new Set(seen).size).toBe(200);
    expect(seen).toHaveLength(200);
    const read = async () =>
      getSheet(auditor, scorecard, range, (await findPart(auditor, scorecard, range, { part: "2" }))!);
    expect(await countStatements(read)).toHaveLength(2);
  });

  test("has of one theme that theme, and a part that is none is the first or the last", async () => {
    const scorecard = await large();
    const range = usualRange(scorecard)!;
    const of = (part: string | undefined, theme?: string) =>
      findPart(auditor, scorecard, range, theme ? { theme, part } : { part });
    expect(await of(undefined, "theme-2")).toMatchObject({ labels: ["Theme 2"], number: 1 });
    expect((await of("2"))?.ids).toEqual((await of(undefined, "theme-2"))?.ids);
    expect((await of("-3"))?.number).toBe(1);
    expect((await of("none"))?.number).toBe(1);
    expect((await of("99"))?.number).toBe(5);
    expect(await of("1", "no-theme")).toMatchObject({ labels: [], ids: [] });
  });

  test("is read for the months and the part that are shown, and no others", async () => {
    const scorecard = await large();
    const range = usualRange(scorecard)!;
    const part = (await findPart(auditor, scorecard, range, { part: "1" }))!;
    const rows = await getSheetRows(auditor, scorecard.id, { ...range, before: "2022-01" }, part);
    expect(rows.indicators).toHaveLength(40);
    expect(rows.actuals).toHaveLength(40 * 24);
    expect(rows.definitions).toHaveLength(40);
  });

  test("goes through each row once as it is put together, however many there are", async () => {
    const scorecard = await large();
    const range = usualRange(scorecard)!;
    const rows = await getSheetRows(auditor, scorecard.id, { ...range, before: "2022-01" });
    let reads = 0;
    const counted = rows.actuals.map((row) => ({
      ...row,
      get indicatorId() {
        reads += 1;
        return row.indicatorId;
      },
    }));
    assembleSheet(scorecard, range, { ...rows, actuals: counted });
    expect(rows.actuals).toHaveLength(200 * 24);
    expect(reads).toBe(rows.actuals.length);
  });

  test("is taken away some indicators at a time, the first before the others are read", async () => {
    const scorecard = await large();
    const range = wholeRange(scorecard)!;
    const lines = scorecardCsv(auditor, scorecard, range, { made });
    const first = (await lines.next()).value as string;
    expect(first.split("\r\n").length).toBeLessThan(2000);
    const text = first + (await allOf(lines)).join("");
    // A heading, every month's figure, three milestones still to come, and the end of the last line.
    expect(text.split("\r\n")).toHaveLength(1 + 200 * 33 + 1);
  });
});

test("what one page can show has no parts", async () => {
  const scorecard = (await getScorecard(auditor, "improvement"))!;
  expect(await findPart(auditor, scorecard, usualRange(scorecard)!, { part: "2" })).toBeNull();
});
