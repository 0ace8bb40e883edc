import { beforeAll, expect, test } from "vitest";
import { useDatabase } from "#db/testing/use-database";
import { listEntries } from "#lib/history/list-entries";
import { sentenceText } from "#lib/history/sentence";
import { exportScorecard } from "#lib/scorecards/export-scorecard";
import { getScorecard } from "#lib/scorecards/get-scorecard";
import { makeWorld, type World } from "#lib/testing/world";

const database = useDatabase();
let world: World;

beforeAll(async () => {
  world = await makeWorld(database);
});

const range = { from: "2013-11", to: "2013-12" } as const;
const entered = () =>
  database.asOwner("select scorecard, person, operation, after from audit.entry where verb = 'scorecard.export'");

test("taking a scorecard away is entered: who, which scorecard by its name, and which months", async () => {
  const scorecard = await getScorecard(world.actors.reader, world.scorecard.slug);
  expect(await exportScorecard(world.actors.reader, scorecard!, range)).toMatch(/^ref,section,/);
  expect(await entered()).toEqual([
    {
      scorecard: world.scorecard.id,
      person: world.people.reader,
      operation: "read",
      after: { scorecard: "Improvement scorecard", ...range },
    },
  ]);
  const { groups } = await listEntries(world.actors.auditor, { verb: "scorecard.export" });
  expect(groups.map(({ headline }) => sentenceText(headline))).toEqual([
    "The reader exported the scorecard Improvement scorecard. Asked for: November 2013 to December 2013",
  ]);
});

test("nothing is taken away that could not be entered", async () => {
  const { officer } = world.actors;
  const scorecard = await getScorecard(officer, world.scorecard.slug);
  const ended = { ...officer, token: "ended" };
  await expect(exportScorecard(ended, scorecard!, range)).rejects.toMatchObject({ code: "SESSION_ENDED" });
  expect(await entered()).toHaveLength(1);
});
