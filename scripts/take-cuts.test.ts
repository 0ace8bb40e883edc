import { spawn } from "node:child_process";
import { setTimeout as pause } from "node:timers/promises";
import { afterEach, beforeAll, expect, test, vi } from "vitest";
import { useDatabase } from "#db/testing/use-database";
import { whileAway } from "#db/testing/while-away";
import { commented } from "#lib/testing/commented";
import { makeWorld, type World } from "#lib/testing/world";
import { takeCuts } from "#scripts/take-cuts";

const database = useDatabase();
let world: World;
const { record } = commented(() => world, database);
const running: (() => Promise<void>)[] = [];
const start = (every = 20) => running.push(takeCuts(process.env.DATABASE_APP_URL!, every));

beforeAll(async () => {
  world = await makeWorld(database);
});
afterEach(async () => {
  await Promise.all(running.splice(0).map((stop) => stop()));
});

const cuts = async () =>
  (await database.asOwner("select number::int, newest::int, taken_at::text from audit.cut order by number")) as {
    number: number;
    newest: number;
    taken_at: string;
  }[];
const newestEntry = async () =>
  (await database.asOwner("select max(position)::int as position from audit.entry"))[0]!.position as number;

async function untilAllIsCut(): Promise<void> {
  const newest = await newestEntry();
  await vi.waitFor(async () => expect((await cuts()).at(-1)?.newest).toBe(newest), { timeout: 10_000, interval: 20 });
}

test("several workers take one cut of what is new between them, and none while nothing is", async () => {
  for (let n = 0; n < 4; n++) start();
  await untilAllIsCut();
  for (const value of ["60", "61", "62"]) {
    await record("2.3", value);
    await untilAllIsCut();
  }
  const taken = await cuts();
  await pause(200);
  expect(await cuts()).toEqual(taken);
  expect(taken.map(({ number }) => number)).toEqual(taken.map((_, n) => n + 1));
  expect(new Set(taken.map(({ newest }) => newest)).size).toBe(taken.length);
});

test("a worker that lost its connection says so once, and goes on", async () => {
  const said = vi.spyOn(console, "error").mockImplementation(() => undefined);
  start();
  await untilAllIsCut();
  await whileAway(database, async () => {
    const ours = () => said.mock.calls.filter(([words]) => /^No cut is taken until this is over: /.test(words));
    await vi.waitFor(() => expect(ours()).toHaveLength(1), { timeout: 5_000 });
    await pause(200);
    expect(ours()).toHaveLength(1);
  });
  said.mockRestore();
  await record("2.3", "63");
  await untilAllIsCut();
});

test("npm run worker takes them in a process of its own, until it is stopped", async () => {
  await record("2.3", "64");
  const env = { ...process.env, DATABASE_URL: database.ownerUrl, CANDOUR_WORKER: "off" };
  const worker = spawn(process.execPath, ["scripts/worker.ts"], { env, stdio: ["ignore", "pipe", "inherit"] });
  const ended = new Promise((resolve) => worker.on("exit", (code, signal) => resolve(signal ?? code)));
  await untilAllIsCut();
  worker.kill("SIGTERM");
  expect(await ended).toBe(0);
});
