import { fork } from "node:child_process";
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import exceljs from "exceljs";
import { afterEach, beforeAll, expect, test, vi } from "vitest";
import { makeFile } from "#app/make-file";
import { useDatabase } from "#db/testing/use-database";
import type { ExportForm } from "#db/vocabulary";
import type { PersonActor } from "#lib/access/actor";
import { unzip } from "#lib/exports/zip";
import { askFile } from "#lib/files/ask-file";
import { cancelFile } from "#lib/files/cancel-file";
import { listFiles } from "#lib/files/list-files";
import { openFile } from "#lib/files/open-file";
import type { MakeFile } from "#lib/files/taken-file";
import { listEntries } from "#lib/history/list-entries";
import { sentenceText } from "#lib/history/sentence";
import { fileState } from "#lib/rules/kept-file";
import { allOf } from "#lib/testing/all-of";
import { commented } from "#lib/testing/commented";
import { largeScorecard } from "#lib/testing/large-scorecard";
import { makeWorld, type World } from "#lib/testing/world";
import { makeFiles } from "#scripts/make-files";

const database = useDatabase();
let world: World;
const running: (() => Promise<void>)[] = [];
const { record } = commented(() => world, database);

const often = { look: 0.5, wanted: 0.05, supervise: 1, sweep: 1 };
/** Without a Chromium, which a workbook needs none of. */
const work = (make: MakeFile) =>
  running.push(makeFiles(process.env.DATABASE_SIGN_IN_URL!, { make, prints: false }, often));

const ask = async (actor: PersonActor, slug: string, form: ExportForm = "XLSX") => {
  await askFile(actor, { slug, form, paper: "A4" }, { id: randomUUID(), digest: "a" });
  return (await listFiles(actor))[0]!;
};
const found = async (actor: PersonActor, id: string) => (await listFiles(actor)).find((file) => file.id === id)!;
const stateOf = async (actor: PersonActor, id: string) => fileState(await found(actor, id));
const untilState = (actor: PersonActor, id: string, state: string, timeout = 15_000) =>
  vi.waitFor(async () => expect(await stateOf(actor, id)).toBe(state), { timeout, interval: 50 });
const bytesOf = async (actor: PersonActor, id: string) =>
  Buffer.concat(await allOf((await openFile(actor, id))!.content));

beforeAll(async () => {
  world = await makeWorld(database);
  await largeScorecard(database.asOwner, { slug: "largest", indicators: 1000, months: 120, given: 6 });
}, 120_000);

afterEach(async () => {
  await Promise.all(running.splice(0).map((stop) => stop()));
  await database.asOwner("delete from files.kept_file");
  await database.asOwner("delete from pgboss.job");
  await database.asOwner("update pgboss.queue set heartbeat_seconds = 15");
});

/** Makes a file, and sees what it notes, and what it holds then that is needed still. */
function watched(atPart: (done: number, parts: number) => Promise<void> | void): MakeFile {
  return (taken, making) =>
    makeFile(taken, {
      ...making,
      note: async (done, parts) => {
        await making.note(done, parts);
        await atPart(done, parts);
      },
    });
}

setFlagsFromString("--expose-gc");
const collect: () => void = runInNewContext("gc");

function heldMegabytes(): number {
  collect();
  const { heapUsed, external } = process.memoryUsage();
  return (heapUsed + external) / 1e6;
}

test("a workbook of 1,000 indicators by 120 months is made in bounded memory, part after part, while figures are saved", {
  timeout: 120_000,
}, async () => {
  const { officer } = world.actors;
  const file = await ask(officer, "largest");
  const noted: number[] = [];
  const held: number[] = [];
  let saved = 0;
  const before = heldMegabytes();
  work(
    watched(async (done, parts) => {
      noted.push(done / parts);
      if (noted.length % 25 === 0) held.push(heldMegabytes() - before);
      if (noted.length !== 100) return;
      const begun = performance.now();
      await record("2.3", "71");
      saved = performance.now() - begun;
      const { done: shown, parts: of } = await found(officer, file.id);
      expect(shown! / of!).toBeCloseTo(done / parts);
    }),
  );
  await untilState(officer, file.id, "made", 100_000);
  expect(noted).toEqual(noted.toSorted((a, b) => a - b));
  expect(noted.length).toBeGreaterThan(200);
  expect(noted.at(-1)).toBeGreaterThan(0.99);
  // What is written by then is held, compressed; of what is read a part at a time.
  expect(Math.max(...held)).toBeLessThan(60);
  expect(saved).toBeLessThan(2000);
  const parts = unzip(await bytesOf(officer, file.id));
  expect(parts.get("xl/worksheets/sheet2.xml")?.match(/<row /g)?.length).toBeGreaterThan(120_000);
});

test("a large workbook is cancelled in the middle: no more of it is read, and nothing is kept", async () => {
  const { officer, auditor } = world.actors;
  const file = await ask(officer, "largest");
  let parts = 0;
  work(
    watched(async () => {
      parts += 1;
      if (parts !== 40) return;
      await expect(cancelFile(auditor, file.id)).rejects.toMatchObject({ code: "NOT_FOUND" });
      expect(await cancelFile(officer, file.id)).toBe(true);
    }),
  );
  await untilState(officer, file.id, "cancelled");
  await new Promise((resolve) => setTimeout(resolve, 1500));
  expect(parts).toBeLessThan(43);
  expect(await openFile(officer, file.id)).toBeNull();
  expect(await database.asOwner("select state from pgboss.job")).toEqual([{ state: "cancelled" }]);
});

test("a workbook whose worker is killed in the middle is made once by another, and is what is taken away directly", {
  timeout: 60_000,
}, async () => {
  const { auditor } = world.actors;
  await database.asOwner("update pgboss.queue set heartbeat_seconds = 2");
  const file = await ask(auditor, world.scorecard.slug);
  const child = fork("scripts/hang-at-file.ts", { env: process.env, execArgv: [] });
  expect((await once(child, "message"))[0]).toBe("taken");
  expect(await found(auditor, file.id)).toMatchObject({ done: 1, parts: 2 });
  child.kill("SIGKILL");
  await once(child, "exit");
  let made = 0;
  const count: MakeFile = (taken, making) => {
    made += 1;
    return makeFile(taken, making);
  };
  work(count);
  work(count);
  await untilState(auditor, file.id, "made", 30_000);
  expect(made).toBe(1);
  // The queue is told after the file is kept.
  await vi.waitFor(
    async () =>
      expect(await database.asOwner("select name, state, retry_count from pgboss.job")).toEqual([
        { name: "sheet", state: "completed", retry_count: 1 },
      ]),
    { timeout: 15_000 },
  );
  const { name, form } = (await openFile(auditor, file.id))!;
  expect([name, form]).toEqual([expect.stringMatching(/-2013-\d\d-to-\d{4}-\d\d$/), "XLSX"]);
  const book = new exceljs.Workbook();
  await book.xlsx.load((await bytesOf(auditor, file.id)) as never);
  expect(book.worksheets.map((sheet) => sheet.name)).toHaveLength(5);
  expect(book.creator).toBe("The auditor");
  expect(book.description).toContain(`cut ${file.cut}`);
  const { groups } = await listEntries(auditor, { verb: "scorecard.export" });
  expect(sentenceText(groups[0]!.headline)).toContain(
    "The auditor exported the scorecard Improvement scorecard as XLSX",
  );
});

test("texts are made beside workbooks, and packs left to who has a Chromium", async () => {
  const { officer } = world.actors;
  const pack = await ask(officer, world.scorecard.slug, "PDF");
  const text = await ask(officer, world.scorecard.slug, "CSV");
  const held = await ask(officer, world.scorecard.slug, "CSV for a spreadsheet");
  work(makeFile);
  await untilState(officer, text.id, "made");
  await untilState(officer, held.id, "made");
  expect(await stateOf(officer, pack.id)).toBe("waiting");
  const lines = String(await bytesOf(officer, text.id)).split("\r\n");
  expect(lines.length).toBeGreaterThan(10);
  expect(lines[0]).toContain("value");
  expect(String(await bytesOf(officer, held.id))).not.toBe(lines.join("\r\n"));
});
