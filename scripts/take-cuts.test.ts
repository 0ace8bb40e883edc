import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { afterEach, beforeAll, expect, test, vi } from "vitest";
import { useDatabase } from "#db/testing/use-database";
import { whileAway } from "#db/testing/while-away";
import { notesIn } from "#lib/audit/seal/read-head";
import { newSeed } from "#lib/proof/note-key";
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

test("several workers seal what is cut between them, and each copies every head to its file", async () => {
  const folder = mkdtempSync(join(tmpdir(), "candour-heads-"));
  const files = [0, 1, 2].map((n) => join(folder, `heads-${n}.txt`));
  vi.stubEnv("CANDOUR_SEAL_KEY", newSeed().toString("hex"));
  try {
    for (const file of files) {
      vi.stubEnv("CANDOUR_HEADS_FILE", file);
      start();
    }
    for (const value of ["65", "66", "67"]) {
      await record("2.3", value);
      await untilAllIsCut();
    }
    const heads = () =>
      database.asOwner("select h.note, h.size::int, h.cut::int from audit.head h order by h.number") as Promise<
        { note: string; size: number; cut: number }[]
      >;
    const newest = (await cuts()).at(-1)!.number;
    await vi.waitFor(async () => expect((await heads()).at(-1)?.cut).toBe(newest), { timeout: 10_000 });
    const notes = (await heads()).map(({ note }) => note);
    await vi.waitFor(() => {
      for (const file of files) expect(notesIn(readFileSync(file, "utf8"))).toEqual(notes);
    });
    expect(await database.asOwner("select count(*)::int as leaves from audit.leaf")).toEqual([
      { leaves: (await heads()).at(-1)!.size },
    ]);
  } finally {
    await Promise.all(running.splice(0).map((stop) => stop()));
    vi.unstubAllEnvs();
    rmSync(folder, { recursive: true });
  }
});

test("a worker that may not seal says why once, in the log and where the auditor looks, and goes on cutting", async () => {
  const said = vi.spyOn(console, "error").mockImplementation(() => undefined);
  const ours = () => said.mock.calls.filter(([words]) => /^Nothing is sealed until this is over: /.test(words));
  const refused = () => database.asOwner("select wrong from audit.verification where kind = 'not sealed'");
  vi.stubEnv("CANDOUR_SEAL_KEY", newSeed().toString("hex"));
  start();
  await record("2.3", "68");
  await untilAllIsCut();
  await vi.waitFor(async () => expect(await refused()).toHaveLength(1), { timeout: 5_000 });
  await pause(200);
  vi.unstubAllEnvs();
  expect(await refused()).toEqual([
    { wrong: [expect.stringContaining("not signed by a key that this process knows")] },
  ]);
  expect(ours()).toHaveLength(1);
  said.mockRestore();
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
  const folder = mkdtempSync(join(tmpdir(), "candour-worker-"));
  const env = { ...process.env, DATABASE_URL: database.ownerUrl, CANDOUR_WORKER: "off", CANDOUR_DATA: folder };
  const worker = spawn(process.execPath, ["scripts/worker.ts"], { env, stdio: ["ignore", "pipe", "inherit"] });
  const ended = new Promise((resolve) => worker.on("exit", (code, signal) => resolve(signal ?? code)));
  await untilAllIsCut();
  worker.kill("SIGTERM");
  expect(await ended).toBe(0);
  rmSync(folder, { recursive: true });
});
