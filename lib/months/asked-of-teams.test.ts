import { beforeAll, expect, test } from "vitest";
import { useDatabase } from "#db/testing/use-database";
import { getMonth } from "#lib/months/get-month";
import { monthRange } from "#lib/rules/month";
import { commented } from "#lib/testing/commented";
import { makeSeldomDue } from "#lib/testing/seldom-due";
import { makeWorld, type World } from "#lib/testing/world";

const database = useDatabase();
let world: World;
const { record } = commented(() => world, database);

beforeAll(async () => {
  world = await makeWorld(database);
  await makeSeldomDue(database, world);
  await record("2.3", "68", "2014-06");
  await record("4.3", "10.1", "2015-03");
});

test("the database counts what is due from a team, and given, as the month's page does", async () => {
  for (const month of monthRange("2013-08", "2015-04")) {
    const counted = await database.asOwner(
      `select t.name as team, a.due, a.given from holding.asked_of_teams($1, $2) a join team t on t.id = a.team_id order by 1`,
      [world.scorecard.id, `${month}-01`],
    );
    const view = await getMonth(world.actors.officer, world.scorecard.slug, month);
    expect(counted, month).toEqual(view!.teams.map(({ team, due, given }) => ({ team, due, given })));
  }
});
