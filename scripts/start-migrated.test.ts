import { cpSync, mkdtempSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterAll, afterEach, beforeEach, expect, test, vi } from "vitest";
import { startEmbedded } from "#db/embedded";
import { startMigrated } from "#scripts/start-migrated";

const folder = mkdtempSync(join(tmpdir(), "candour-migrated-"));
const data = join(folder, "data");
const said: string[] = [];
let running: Awaited<ReturnType<typeof startMigrated>> | undefined;

beforeEach(() => {
  said.length = 0;
  vi.spyOn(console, "log").mockImplementation((line: string) => void said.push(line));
});
afterEach(() => {
  running?.stop();
  running = undefined;
  vi.restoreAllMocks();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function start(how = startMigrated, dataFolder = data): Promise<string> {
  running = await how(dataFolder, { durable: false });
  return running.urls.owner;
}

async function ask(url: string, text: string): Promise<unknown> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query({ text, rowMode: "array" });
  await client.end();
  return rows[0]?.[0];
}

const aside = () => readdirSync(data).filter((name) => name.startsWith("database-before-"));

// One after the other, on one data folder: a cluster takes seconds to make.
test("a database of this version is started as it is", { timeout: 60_000 }, async () => {
  await ask(await start(), "create table kept as select 'still here'::text as words");
  running?.stop();
  expect(await ask(await start(), "select words from kept")).toBe("still here");
  expect([aside(), said]).toEqual([[], []]);
});

test("one made before that is in use stays where it is, and the start is refused in words", async () => {
  const owner = await start();
  await ask(owner, "update migration set name = '0000_as_it_was.sql' where name = (select min(name) from migration)");
  const note = join(data, "in-use-by", String(process.ppid));
  writeFileSync(note, data);
  await expect(startMigrated(data, { durable: false })).rejects.toThrow("still uses it. Stop that one first");
  rmSync(note);
  expect(await ask(owner, "select words from kept")).toBe("still here");
  expect([aside(), said]).toEqual([[], []]);
});

test("one made before is put aside whole, said so, and a fresh one is begun", { timeout: 60_000 }, async () => {
  const owner = await start();
  expect(await ask(owner, "select to_regclass('kept')")).toBeNull();
  expect(await ask(owner, "select count(*) > 0 from migration")).toBe(true);
  const [name = "", ...more] = aside();
  expect([name, more]).toEqual([`database-before-${new Date().toISOString().slice(0, 10)}`, []]);
  expect(said).toEqual([expect.stringContaining(`It is now ${join(data, name)}; nothing was deleted.`)]);
  running?.stop();

  const again = join(folder, "again");
  cpSync(join(data, "secrets"), join(again, "secrets"), { recursive: true });
  renameSync(join(data, name), join(again, "database"));
  expect(await ask(await start(startEmbedded, again), "select words from kept")).toBe("still here");
});
