import { beforeAll, expect, test } from "vitest";
import { appPool } from "#db/client";
import { useDatabase } from "#db/testing/use-database";
import { asOf } from "#lib/audit/as-of";
import { takeCut } from "#lib/audit/take-cut";
import { listEntries } from "#lib/history/list-entries";
import { sentenceText } from "#lib/history/sentence";
import { exportCsv } from "#lib/scorecards/export-csv";
import { exportScorecard, scorecardCsv } from "#lib/scorecards/export-scorecard";
import { getScorecard } from "#lib/scorecards/get-scorecard";
import { getSheet } from "#lib/scorecards/get-sheet";
import { allOf } from "#lib/testing/all-of";
import { changeEverything } from "#lib/testing/change-everything";
import { made } from "#lib/testing/made";
import { makeWorld, type World } from "#lib/testing/world";

const database = useDatabase();
let world: World;

beforeAll(async () => {
  world = await makeWorld(database);
});

const range = { from: "2013-11", to: "2013-12" } as const;
const entered = () =>
  database.asOwner(
    "select scorecard, person, operation, after from audit.entry where verb = 'scorecard.export' order by position",
  );

const textOf = async (lines: AsyncGenerator<string>) => (await allOf(lines)).join("");

test("taking a scorecard away is entered: who, which scorecard by its name, in what form, and which months", async () => {
  const scorecard = await getScorecard(world.actors.reader, world.scorecard.slug);
  await exportScorecard(world.actors.reader, scorecard!, { form: "XLSX", range, past: null });
  expect(await textOf(scorecardCsv(world.actors.reader, scorecard!, range, { made }))).toMatch(/^ref,section,/);
  expect(await entered()).toEqual([
    {
      scorecard: world.scorecard.id,
      person: world.people.reader,
      operation: "read",
      after: { scorecard: "Improvement scorecard", form: "XLSX", ...range },
    },
  ]);
  const { groups } = await listEntries(world.actors.auditor, { verb: "scorecard.export" });
  expect(groups.map(({ headline }) => sentenceText(headline))).toEqual([
    "The reader exported the scorecard Improvement scorecard as XLSX. Asked for: November 2013 to December 2013",
  ]);
});

test("what is taken away of the past is of the past, and entered with its cut", async () => {
  const { auditor } = world.actors;
  const past = { cut: (await takeCut(appPool()))!, takenAt: new Date() };
  const was = await textOf(
    scorecardCsv(auditor, (await getScorecard(auditor, world.scorecard.slug))!, range, { made }),
  );
  await changeEverything(database, world);
  const scorecard = (await asOf(past.cut, () => getScorecard(auditor, world.scorecard.slug)))!;
  await exportScorecard(auditor, scorecard, { form: "CSV", range, past });
  expect(await textOf(scorecardCsv(auditor, scorecard, range, { made, cut: past.cut }))).toBe(was);
  expect((await entered()).at(-1)).toMatchObject({
    after: { scorecard: "Improvement scorecard", form: "CSV", ...range, cut: String(past.cut) },
  });
  const { groups } = await listEntries(auditor, { verb: "scorecard.export" });
  expect(sentenceText(groups[0]!.headline)).toMatch(/November 2013 to December 2013, as of cut \d+$/);
});

test("nothing is taken away that could not be entered", async () => {
  const { officer } = world.actors;
  const scorecard = await getScorecard(officer, world.scorecard.slug);
  const ended = { ...officer, token: "ended" };
  await expect(exportScorecard(ended, scorecard!, { form: "CSV", range, past: null })).rejects.toMatchObject({
    code: "SESSION_ENDED",
  });
  expect(await entered()).toHaveLength(2);
});

test("it is read so many indicators at a time, and the file is the one that all at once would make", async () => {
  const { auditor } = world.actors;
  const scorecard = (await getScorecard(auditor, world.scorecard.slug))!;
  const one = await allOf(scorecardCsv(auditor, scorecard, range, { made, cells: 2 }));
  expect(one).toHaveLength(3);
  expect(one.map((text) => text.includes("ref,section,"))).toEqual([true, false, false]);
  expect(one.join("")).toBe(exportCsv(await getSheet(auditor, scorecard, range), made));
  expect(await textOf(scorecardCsv(auditor, scorecard, range, { made }))).toBe(one.join(""));
});
