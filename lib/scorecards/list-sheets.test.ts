import { beforeAll, describe, expect, test } from "vitest";
import { useDatabase } from "#db/testing/use-database";
import { asReaderOf, type PersonActor } from "#lib/access/actor";
import { importFirstScorecard } from "#lib/imports/import-first-scorecard";
import { monthsIn } from "#lib/rules/leading-month";
import { getScorecard } from "#lib/scorecards/get-scorecard";
import { getSheet } from "#lib/scorecards/get-sheet";
import { listSheets } from "#lib/scorecards/list-sheets";
import type { Sheet } from "#lib/scorecards/sheet";
import { usualRange } from "#lib/scorecards/sheet-range";
import { whatChanged } from "#lib/scorecards/what-changed";
import { commented } from "#lib/testing/commented";
import { countStatements } from "#lib/testing/count-statements";
import { seedRedAmberGreen } from "#lib/testing/seed-red-amber-green";
import { makeWorld, type World } from "#lib/testing/world";

const database = useDatabase();
let world: World;
const { approve, record, submit } = commented(() => world, database);

beforeAll(async () => {
  world = await makeWorld(database);
  await record("2.3", "68");
  const { revisionId } = (await submit("lead", "2.3", "Five of seven were siblings."))!;
  await approve("head", "2.3", revisionId);
  await importFirstScorecard(world.actors.officer);
  await seedRedAmberGreen(database.ownerUrl, world.organisationId);
});

/** What home says of a scorecard: its month, its grades, and which of them moved. */
const atAGlance = (sheet: Sheet) => ({
  name: sheet.scorecard.name,
  months: sheet.scorecard.months,
  focus: sheet.focus,
  labels: sheet.labels,
  changes: (sheet.focus ? whatChanged(sheet, sheet.focus) : []).map(({ indicator, cell, before, levels }) => {
    return { ref: indicator.ref, grade: cell.grade, was: before?.grade ?? null, levels };
  }),
});

async function oneByOne(actor: PersonActor, { scorecard: { slug } }: Sheet): Promise<Sheet> {
  const scorecard = (await getScorecard(actor, slug))!;
  return getSheet(actor, scorecard, usualRange(scorecard)!);
}

describe.each(["as it is", "in an edition"] as const)("every scorecard at a glance, %s", (as) => {
  test("says what each one's own page says of its grades", async () => {
    const actor = as === "as it is" ? world.actors.auditor : asReaderOf(world.actors.reader, "2013-12");
    const sheets = await listSheets(actor);
    expect(sheets).toHaveLength(3);
    for (const sheet of sheets) expect(atAGlance(sheet)).toEqual(atAGlance(await oneByOne(actor, sheet)));
  });
});

test("they are read in one statement, without a comment's words", async () => {
  const statements = await countStatements(() => listSheets(world.actors.auditor));
  expect(statements).toHaveLength(1);
  expect(statements[0]).not.toContain("comment_revision");
  expect(statements[0]).not.toContain("audit.words");
  const sheets = await listSheets(world.actors.auditor);
  expect(sheets.flatMap(({ indicators }) => indicators.flatMap(({ cells }) => [...cells.values()]))).not.toContainEqual(
    expect.objectContaining({ comment: expect.anything() }),
  );
});

test("each leads with its last month that has half of its figures, as its own page does", async () => {
  const improvement = async () => {
    const actor = world.actors.auditor;
    const listed = (await listSheets(actor)).find(({ scorecard }) => scorecard.slug === "improvement")!;
    expect(listed.focus).toBe((await oneByOne(actor, listed)).focus);
    return { focus: listed.focus, months: monthsIn(listed.figureMonths, listed.indicators) };
  };
  await record("2.3", "69", "2014-01");
  const { focus, months } = await improvement();
  expect(focus).toBe("2013-11");
  expect(months.at(-1)).toEqual({ month: "2014-01", due: 3, figures: 1, reasons: 0 });
  await record("2.5", "7", "2014-01");
  expect((await improvement()).focus).toBe("2014-01");
});
