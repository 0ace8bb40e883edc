import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { closePools } from "#db/client";
import { type DatabaseUrls, startEmbedded } from "#db/embedded";
import { limitWaits } from "#db/limit-waits";
import { migrate, migrateOn } from "#db/migrate";
import { findDumpPrograms } from "#db/testing/find-dump-programs";
import { untoldRows } from "#db/untold-rows";
import { withClient } from "#db/with-client";
import { findActor } from "#lib/access/find-actor";
import { recordActual } from "#lib/actuals/record-actual";
import { asOf } from "#lib/audit/as-of";
import { nothingTyped } from "#lib/rules/actual";
import { getScorecard } from "#lib/scorecards/get-scorecard";
import { getSheet } from "#lib/scorecards/get-sheet";
import { commented } from "#lib/testing/commented";
import { makeWorld, type World } from "#lib/testing/world";
import { holdIncarnation } from "#scripts/hold-incarnation";
import { requireTrail } from "#scripts/require-trail";

const folder = mkdtempSync(join(tmpdir(), "candour-restore-"));
const running: (() => void)[] = [];
const roles = { app: "candour_app", signIn: "candour_signin" };

async function start(name: string, programs?: string) {
  const started = await startEmbedded(join(folder, name), { durable: false, programs });
  running.push(started.stop);
  return started;
}

async function stopAll() {
  await closePools();
  for (const stop of running.splice(0)) stop();
}

afterAll(async () => {
  await stopAll();
  rmSync(folder, { recursive: true, force: true });
});

const ask = async (url: string, text: string): Promise<Record<string, unknown>[]> =>
  (await withClient(url, (client) => client.query(text))).rows;

/** The application's pools go to this database from now on. */
async function use(urls: DatabaseUrls) {
  await closePools();
  Object.assign(process.env, { DATABASE_APP_URL: urls.app, DATABASE_SIGN_IN_URL: urls.signIn });
}

const told = (urls: DatabaseUrls) => ({ ownerUrl: urls.owner, asOwner: (text: string) => ask(urls.owner, text) });
const trail = (urls: DatabaseUrls) =>
  ask(
    urls.owner,
    "select (select count(*) from audit.action) as actions, count(*) as entries, max(position) as newest, md5(string_agg(e::text, '' order by position)) as all from audit.entry e",
  );

/** A cluster that has been at work for longer than the one that is restored into: there, transaction ids come again. */
const spendIds = (urls: DatabaseUrls) =>
  ask(urls.owner, "do $$ begin for n in 1 .. 2000 loop perform pg_current_xact_id(); commit; end loop; end $$");

/** A council that has worked: a figure, and a comment that was approved. */
async function work(urls: DatabaseUrls): Promise<World> {
  await migrate(urls.owner, roles);
  await use(urls);
  const world = await makeWorld({ ownerUrl: urls.owner });
  const { record, submit, approve } = commented(() => world, {
    ...told(urls),
    asApp: told(urls).asOwner,
    withWords: async (value) => value,
  });
  await spendIds(urls);
  await record("2.3", "66");
  await take(urls);
  const written = await submit("lead", "2.3", "Two posts are vacant.");
  await approve("head", "2.3", written!.revisionId);
  await take(urls);
  // The last cut does not hold this.
  await record("2.3", "67");
  return world;
}

const take = async (urls: DatabaseUrls) => (await ask(urls.app, "select audit.take_cut()::int as number"))[0]!.number;
const heldByCuts = (urls: DatabaseUrls) =>
  ask(
    urls.owner,
    "select c.number, (select array_agg(e.position order by e.position) from audit.entries_in(c.number) e) as held from audit.cut c order by 1",
  );

/** The figure of 2.3 for December 2013, as each cut has it. */
async function figuresAsOf({ actors: { auditor }, scorecard }: World, cuts: readonly number[]): Promise<unknown[]> {
  const range = { from: "2013-12", to: "2013-12" } as const;
  const read = async () => {
    const sheet = await getSheet(auditor, (await getScorecard(auditor, scorecard.slug))!, range, { ref: "2.3" });
    return sheet.indicators[0]?.cells.get("2013-12")?.actual?.value;
  };
  return Promise.all(cuts.map((cut) => asOf(cut, read)));
}

/** As a start does with what was restored: and then it is what it was, and goes on. */
async function expectWhole(
  urls: DatabaseUrls,
  world: World,
  { as, cuts, incarnation }: { as: Record<string, unknown>[]; cuts: Record<string, unknown>[]; incarnation: number },
) {
  await withClient(urls.owner, async (owner) => {
    expect(await migrateOn(owner, roles)).toEqual([]);
    await limitWaits(owner, "owner");
    await requireTrail(owner);
    expect(await holdIncarnation(owner)).toBe(incarnation);
  });
  for (const web of [urls.app, urls.signIn]) await withClient(web, (login) => limitWaits(login, "web"));
  expect(await trail(urls)).toEqual(as);
  expect(await untoldRows(told(urls))).toEqual([]);
  await use(urls);
  const { lead } = world.actors;
  expect(await findActor(lead.token, lead.origin)).toMatchObject({ person: { name: "The lead" } });
  const cell = { indicatorId: world.indicators["2.5"], month: "2013-12" } as const;
  await recordActual(lead, { ...cell, seen: 0, typed: { ...nothingTyped, value: "4" } });
  const [newest] = await ask(
    urls.owner,
    "select e.verb, a.person from audit.entry e join audit.action a on a.id = e.action order by e.position desc limit 1",
  );
  expect(newest).toEqual({ verb: "actual.record", person: world.people.lead });
  expect(await untoldRows(told(urls))).toEqual([]);
  await expect(ask(urls.app, "delete from actual")).rejects.toThrow("permission denied");

  expect(await figuresAsOf(world, [1, 2])).toEqual(["66", "66"]);
  const taken = (await take(urls)) as number;
  expect(await figuresAsOf(world, [1, 2, taken])).toEqual(["66", "66", "67"]);
  expect(await heldByCuts(urls)).toEqual([...cuts, { number: String(taken), held: await everyPosition(urls) }]);
  expect(await take(urls)).toBeNull();
  expect(await withClient(urls.owner, (client) => holdIncarnation(client))).toBe(incarnation);
}

const everyPosition = async (urls: DatabaseUrls) =>
  (await ask(urls.owner, "select array_agg(position order by position) as all from audit.entry"))[0]!.all;

test("the folder of a stopped Candour, copied elsewhere, is Candour as it was", { timeout: 60_000 }, async () => {
  const { urls } = await start("here");
  const world = await work(urls);
  const [as, cuts] = await Promise.all([trail(urls), heldByCuts(urls)]);
  await stopAll();
  cpSync(join(folder, "here"), join(folder, "there"), { recursive: true });
  rmSync(join(folder, "here"), { recursive: true });
  await expectWhole((await start("there")).urls, world, { as, cuts, incarnation: 1 });
  await stopAll();
});

// No pg_dump comes with what is installed: where the machine has one, it is tried as docs/operating.md says.
const found = findDumpPrograms();
const dump = join(folder, "candour.dump");

describe.each(found ? [found] : [])("a dump by the pg_dump of %s", (programs) => {
  test("restored into another cluster, is Candour as it was", { timeout: 90_000 }, async () => {
    const { urls } = await start("dumped", programs);
    const world = await work(urls);
    const [as, cuts] = await Promise.all([trail(urls), heldByCuts(urls)]);
    run(join(programs, "pg_dump"), "--format=custom", `--file=${dump}`, urls.owner);
    await stopAll();

    const { urls: restored } = await start("restored", programs);
    run(join(programs, "pg_restore"), "--exit-on-error", `--dbname=${restored.owner}`, dump);
    await expectWhole(restored, world, { as, cuts, incarnation: 2 });
  });

  test("restored without its triggers, is refused by their names", { timeout: 90_000 }, async () => {
    const { superuserUrl } = await start("restored", programs);
    await ask(superuserUrl, "create database disabled owner candour_owner");
    const into = new URL(superuserUrl);
    into.pathname = "/disabled";
    const restore = (...how: string[]) => run(join(programs, "pg_restore"), ...how, `--dbname=${into.href}`, dump);
    restore("--exit-on-error", "--schema-only");
    restore("--exit-on-error", "--data-only", "--disable-triggers");
    await expect(withClient(into.href, requireTrail)).rejects.toThrow(/actual/);
  });
});

function run(program: string, ...args: string[]): void {
  const { status, stderr } = spawnSync(program, args, { encoding: "utf8" });
  expect(stderr).toBe("");
  expect(status).toBe(0);
}
