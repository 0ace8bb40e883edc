import { beforeAll, describe, expect, test } from "vitest";
import { useDatabase } from "#db/testing/use-database";
import { getMonth } from "#lib/months/get-month";
import { getStanding } from "#lib/months/get-standing";
import { commented } from "#lib/testing/commented";
import { countStatements } from "#lib/testing/count-statements";
import { countWaiting } from "#lib/testing/count-waiting";
import { inMonths } from "#lib/testing/months";
import { inReturns } from "#lib/testing/returns";
import { makeNeighbour, makeWorld, type World } from "#lib/testing/world";

type Who = keyof World["actors"];

const database = useDatabase();
let world: World;
const { record, submit } = commented(() => world, database);
const { explainAll, handIn, ask, reopen } = inReturns(() => world, database);
const { open } = inMonths(() => world, database);

beforeAll(async () => {
  world = await makeWorld(database);
  await makeNeighbour(database);
});

/** Month by month: each team with its figures, what waits, and its return. */
const seenBy = async (who: Who) =>
  (await getStanding(world.actors[who])).months.map(({ month, teams }) => [
    month,
    ...teams.map(({ name, given, due, waiting, submittedAt, isReopened }) =>
      [name, `${given} of ${due}`, waiting, isReopened ? "reopened" : submittedAt ? "submitted" : "not"].join(", "),
    ),
  ]);

describe("how the open months come in", () => {
  test("is told of every team to who keeps or audits them, the team first that most is wanted of", async () => {
    const nothing = ["Assessment, 0 of 2, 0, not", "Workforce, 0 of 1, 0, not"];
    const expected = [
      ["2013-12", ...nothing],
      ["2014-01", ...nothing],
    ];
    expect(await seenBy("officer")).toEqual(expected);
    expect(await seenBy("auditor")).toEqual(expected);
  });

  test("and to a head of service of their own team alone", async () => {
    await record("2.3", "68");
    await submit("lead", "2.3", "Words that wait.");
    expect(await seenBy("head")).toEqual([
      ["2013-12", "Assessment, 1 of 2, 1, not"],
      ["2014-01", "Assessment, 0 of 2, 0, not"],
    ]);
    expect(await seenBy("otherHead")).toEqual([
      ["2013-12", "Workforce, 0 of 1, 0, not"],
      ["2014-01", "Workforce, 0 of 1, 0, not"],
    ]);
  });

  test("counts the figures as the month's own page does, with the dates of the month", async () => {
    await open("officer", "2014-02");
    const { months } = await getStanding(world.actors.officer);
    expect(months.map(({ month }) => month)).toEqual(["2013-12", "2014-01", "2014-02"]);
    expect(months[2]).toMatchObject({ figuresDue: "2014-03-14", commentaryDue: "2014-03-21" });
    for (const { scorecard, month, teams } of months) {
      const { teams: counted } = (await getMonth(world.actors.officer, scorecard.slug, month))!;
      for (const { name, due, given } of teams) {
        expect(counted.find(({ team }) => team === name)).toMatchObject({ due, given });
      }
    }
  });

  test("says of a return that it is submitted, and that it is open again", async () => {
    await explainAll("2014-01");
    await handIn("lead", "2014-01");
    expect((await seenBy("head"))[1]).toEqual(["2014-01", "Assessment, 2 of 2, 0, submitted"]);
    await ask("lead", "2014-01");
    expect((await getStanding(world.actors.head)).asked).toBe(1);
    expect((await getStanding(world.actors.otherHead)).asked).toBe(0);
    await reopen("head", "2014-01");
    expect((await seenBy("head"))[1]).toEqual(["2014-01", "Assessment, 2 of 2, 0, reopened"]);
    expect((await getStanding(world.actors.head)).asked).toBe(0);
  });
});

test("how many comments wait for a head, and since when the first does, is in the same one statement", async () => {
  const [first] = await database.asOwner("select submitted_at from comment_revision where submitted_at is not null");
  for (const who of ["head", "otherHead", "leadAndHead"] as const) {
    const { waiting, since } = await getStanding(world.actors[who]);
    expect(waiting).toBe(await countWaiting(world.actors[who]));
    expect(since && new Date(since)).toEqual(waiting ? first!.submitted_at : null);
  }
  expect(await countStatements(() => getStanding(world.actors.head))).toHaveLength(1);
});
