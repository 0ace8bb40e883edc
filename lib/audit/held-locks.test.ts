import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { useDatabase } from "#db/testing/use-database";
import { findActor } from "#lib/access/find-actor";
import { startSession } from "#lib/access/start-session";
import { endOtherSessions } from "#lib/people/end-other-sessions";
import { endSession } from "#lib/people/end-session";
import { givePassword } from "#lib/testing/give-password";
import { makeWorld, type World } from "#lib/testing/world";

const database = useDatabase();
let world: World;
let holder: pg.Client;

beforeAll(async () => {
  world = await makeWorld(database);
  holder = new pg.Client({ connectionString: process.env.DATABASE_APP_URL });
  await holder.connect();
});
afterAll(() => holder.end());

test("a login that keeps every advisory lock we ever used keeps nobody from cuts nor, with a password, from ending a session", async () => {
  const person = world.people.reader;
  await givePassword(database.ownerUrl, "reader@candour.test", "a horse and a battery");
  const origin = { address: null, agent: "test" };
  const leaving = await findActor(await startSession(person, origin), origin);
  await holder.query(`select pg_advisory_lock(hashtext('candour cuts')), pg_advisory_lock(hashtext('candour incarnations')),
    pg_advisory_lock(hashtext('sessions'), hashtext('${person}'))`);
  const [cut] = await database.asOwner("select audit.take_cut(true) as number");
  expect(Number(cut?.number)).toBeGreaterThan(0);
  await endSession(leaving!);
});

test("two sessions of a person that end each other go one after the other", async () => {
  await givePassword(database.ownerUrl, "head@candour.test", "a horse and a battery");
  const deadlocks = async () =>
    (await database.asOwner("select deadlocks::int as n from pg_stat_database where datname = current_database()"))[0]
      ?.n;
  const before = await deadlocks();
  for (let round = 0; round < 5; round++) {
    const origin = { address: null, agent: "test" };
    const both = await Promise.all([1, 2].map(() => startSession(world.people.head, origin)));
    const ended = await Promise.allSettled(both.map((token) => endOtherSessions({ kind: "person", token, origin })));
    expect(ended.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  }
  await database.asOwner("select pg_stat_clear_snapshot()");
  expect(await deadlocks()).toBe(before);
});

test("what others wait for, no login can hold", async () => {
  for (const lock of [
    "lock table audit.cut in share row exclusive mode",
    "lock table audit.cut in row exclusive mode",
    "lock table audit.incarnation in share row exclusive mode",
    "select from audit.incarnation for update",
    "select from credential for no key update",
    "select from credential for key share",
  ]) {
    await expect(database.asApp(`begin; ${lock}; commit`), lock).rejects.toThrow(/permission denied/);
  }
});
