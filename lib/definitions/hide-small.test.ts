import { beforeAll, expect, test } from "vitest";
import { useDatabase } from "#db/testing/use-database";
import { getScorecard } from "#lib/scorecards/get-scorecard";
import { getSheet } from "#lib/scorecards/get-sheet";
import { commented } from "#lib/testing/commented";
import { defining } from "#lib/testing/defining";
import { makeWorld, type World } from "#lib/testing/world";

const database = useDatabase();
let world: World;
const { record } = commented(() => world, database);
const { form, preview, save } = defining(() => world);

beforeAll(async () => {
  world = await makeWorld(database);
  await record("2.5", "12");
  await record("2.5", "15", "2014-01");
});

/** As files for readers are made, of months that are open too. */
const readers = async () => {
  const reader = { ...world.actors.officer, seesSmall: false };
  const scorecard = (await getScorecard(reader, world.scorecard.slug))!;
  const sheet = await getSheet(reader, scorecard, { from: "2013-12", to: "2014-01" });
  const { cells } = sheet.indicators.find(({ ref }) => ref === "2.5")!;
  return [...cells.values()].map(({ actual }) => actual?.missing ?? actual?.value);
};

test("figures from before anybody said what they cover give none away that is hidden, and the preview counts that", async () => {
  const typed = await form("2.5", "2014-01", { covers: "the year to date", small: "yes" });
  const broken = await preview("officer", { ...typed, breaks: "yes" });
  expect(broken.remarks).toEqual([]);
  const shown = await preview("officer", typed);
  expect(shown.remarks).toContain("Readers are no longer shown one figure of those recorded, in earlier editions too.");
  await save("officer", typed, shown);
  expect((await readers()).slice(-2)).toEqual(["12", "c"]);
});
