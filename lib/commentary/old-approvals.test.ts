import { beforeAll, expect, test } from "vitest";
import { useDatabase } from "#db/testing/use-database";
import { getApprovals } from "#lib/commentary/reading/get-approvals";
import { commented } from "#lib/testing/commented";
import { countWaiting } from "#lib/testing/count-waiting";
import { makeWorld, type World } from "#lib/testing/world";

const database = useDatabase();
let world: World;
const { record, submit, approve } = commented(() => world, database);
const operate = (...statements: string[]) =>
  database.asOwner(`do $$ begin perform audit.begin_operator('a test'); ${statements.join("; ")}; end $$`);

/** A comment approved in December 2013, for 68 and Adequate, and two years of months since. */
beforeAll(async () => {
  world = await makeWorld(database);
  await record("2.3", "68");
  await approve("head", "2.3", (await submit("lead", "2.3", "Words."))!.revisionId);
  await operate(
    `insert into scorecard_month (scorecard_id, month) select '${world.scorecard.id}', m
     from generate_series(date '2014-02-01', date '2015-12-01', interval '1 month') m`,
  );
});

test("an approval that stands leaves the queue for good", async () => {
  expect(await countWaiting(world.actors.head)).toBe(0);
  expect((await getApprovals(world.actors.head)).approved).toEqual([]);
});

test("one that lapses is back in the queue, whatever its age", async () => {
  const indicator = `indicator_id = '${world.indicators["2.3"]}'`;
  await operate(
    `insert into band_set (indicator_id, from_month) values ('${world.indicators["2.3"]}', '2013-12-01')`,
    `insert into band (band_set_id, indicator_id, from_month, rank, as_typed, edge, strict)
     select n.id, n.indicator_id, n.from_month, b.rank, b.as_typed, b.edge - 10, b.strict
     from band_set n join band b on b.${indicator} and b.from_month < n.from_month where n.${indicator} and n.from_month = '2013-12-01'`,
  );
  expect(await countWaiting(world.actors.head)).toBe(1);
  const [view] = (await getApprovals(world.actors.head)).waiting;
  expect(view?.state).toMatchObject({
    state: "lapsed",
    because: "the grade of 68 became Outstanding, from Adequate, after it was approved",
  });
});

test("and gone from it again when what lapsed it is withdrawn", async () => {
  await operate(
    `update band_set set withdrawn_at = now(), withdrawn_reason = 'Typed for another.' where indicator_id = '${world.indicators["2.3"]}' and from_month = '2013-12-01'`,
  );
  expect(await countWaiting(world.actors.head)).toBe(0);
});

test("one comes back too when the definition that it was given by is withdrawn", async () => {
  const indicator = `indicator_id = '${world.indicators["2.5"]}'`;
  const copied = "indicator_id, section_id, position, measure, unit, precision";
  await operate(
    `insert into indicator_definition (from_month, direction, ${copied})
     select '2013-12-01', 'higher', ${copied} from indicator_definition where ${indicator}`,
  );
  await record("2.5", "12");
  await approve("head", "2.5", (await submit("lead", "2.5", "Words."))!.revisionId);
  expect(await countWaiting(world.actors.head)).toBe(0);
  await operate(
    `update indicator_definition set withdrawn_at = now(), withdrawn_reason = 'Lower is better.' where ${indicator} and direction = 'higher'`,
  );
  expect(await countWaiting(world.actors.head)).toBe(1);
});
