import { readFileSync } from "node:fs";
import { beforeAll, expect, test } from "vitest";
import { useDatabase } from "#db/testing/use-database";
import { operator } from "#lib/access/actor";
import { perform } from "#lib/audit/perform";
import { readScorecard } from "#lib/imports/reader/read-scorecard";
import type { IndicatorRead, Reading } from "#lib/imports/reader/reading";
import { inBatches } from "#lib/imports/writer/in-batches";
import { writeScorecard } from "#lib/imports/writer/write-scorecard";
import type { LabelSet } from "#lib/rules/labels";
import { monthRange } from "#lib/rules/month";
import { listLabelSets } from "#lib/scorecards/list-label-sets";
import { makeWorld, type World } from "#lib/testing/world";

const database = useDatabase();
let world: World;

beforeAll(async () => {
  world = await makeWorld(database);
});

const months = monthRange("1990-01", "2026-08");
const refs = Array.from({ length: 30 }, (_, index) => `2.${index + 1}`);

/** The first scorecard's shape with 13,200 milestones of five parameters each: 66,000. */
function longReading(labelSets: readonly LabelSet[]): Reading {
  const { reading } = readScorecard(readFileSync("db/first-scorecard/scorecard.txt"), labelSets);
  const [pattern] = reading!.indicators.filter(({ ref }) => ref === "2.3");
  const nowhere = { row: null, column: null };
  const indicatorOf = (ref: string): IndicatorRead => ({
    ...pattern!,
    ref,
    actuals: [],
    milestones: months.map((month) => ({ ...nowhere, month, asTyped: "75+" })),
  });
  return {
    ...reading!,
    name: "A long scorecard",
    months: months.map((month) => ({ month, state: "open" })),
    indicators: refs.map(indicatorOf),
    comments: [],
  };
}

test("a scorecard of any length comes in whole", { timeout: 120_000 }, async () => {
  const { organisationId } = world;
  const by = { importId: crypto.randomUUID(), organisationId, personId: null };
  const { id } = await perform(operator(database.ownerUrl, "a long scorecard"), "import.commit", async (tx) =>
    writeScorecard(tx, longReading(await listLabelSets(tx, organisationId)), by),
  );
  const [count] = await database.asOwner(
    "select count(*)::int as milestones from milestone m join indicator i on i.id = m.indicator_id where i.scorecard_id = $1",
    [id],
  );
  expect(count).toEqual({ milestones: 13_200 });
});

test("batches keep the order, leave nothing out, and make no statement of nothing", async () => {
  const rows = Array.from({ length: 2001 }, (_, index) => index);
  const batches = await inBatches(rows, async (batch) => batch);
  expect(batches.map(({ length }) => length)).toEqual([1000, 1000, 1]);
  expect(batches.flat()).toEqual(rows);
  expect(await inBatches([], async () => expect.unreachable())).toEqual([]);
});
