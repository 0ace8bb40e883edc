import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { useDatabase } from "#db/testing/use-database";
import { notesIn } from "#lib/audit/seal/read-head";
import { findSealer } from "#lib/audit/seal/sealer";
import { takeCut } from "#lib/audit/take-cut";
import { commented } from "#lib/testing/commented";
import { makeWorld, type World } from "#lib/testing/world";
import { sealCuts } from "#scripts/seal-cuts";

const database = useDatabase({ isTold: false });
let world: World;
const { record } = commented(() => world, database);
const folder = mkdtempSync(join(tmpdir(), "candour-commands-"));
const headsFile = join(folder, "heads.txt");

beforeAll(async () => {
  world = await makeWorld(database);
  command("audit-rotate-key");
});
afterAll(() => rmSync(folder, { recursive: true }));

function command(name: string, ...args: string[]): { status: number | null; said: string } {
  const env = {
    ...process.env,
    DATABASE_URL: database.ownerUrl,
    CANDOUR_DATA: folder,
    CANDOUR_URL: "https://candour.test",
    CANDOUR_SEAL_KEY: "",
    INIT_CWD: folder,
  };
  const { status, stdout, stderr } = spawnSync(process.execPath, [`scripts/${name}.ts`, ...args], {
    env,
    encoding: "utf8",
  });
  return { status, said: stdout + stderr };
}

/** As the worker does, with the key that the commands keep. */
async function seal() {
  const sealer = findSealer({
    ...process.env,
    CANDOUR_SEAL_KEY: "",
    CANDOUR_SEAL_KEY_FILE: join(folder, "secrets", "sealing"),
    CANDOUR_HEADS_FILE: headsFile,
    CANDOUR_SEAL_HOST: "candour.test",
  })!;
  const client = new pg.Client({ connectionString: process.env.DATABASE_APP_URL });
  await client.connect();
  await takeCut(client as never);
  await client.end();
  const { turn, stop } = sealCuts(process.env.DATABASE_APP_URL!, sealer);
  await turn();
  await stop();
}

const verified = () => database.asOwner("select size::int, wrong from audit.verification order by number desc limit 1");

describe("audit:verify", { timeout: 60_000 }, () => {
  test("ends with 0 where nothing is wrong, across a change of keys and against copies, and is kept for the page", async () => {
    await seal();
    const key = readFileSync(join(folder, "secrets", "sealing"), "utf8");
    expect(command("audit-rotate-key")).toMatchObject({
      status: 0,
      said: expect.stringMatching(/^From now on heads are signed by the key /),
    });
    expect(readFileSync(join(folder, "secrets", "sealing"), "utf8")).not.toBe(key);
    await record("2.3", "60");
    await seal();
    writeFileSync(join(folder, "kept.txt"), `Kept by the auditor:\n\n${readFileSync(headsFile, "utf8")}`);
    const { status, said } = command("audit-verify", "--against", "kept.txt");
    expect(said).toMatch(/Nothing is wrong: [\d,]+ leaves, and a file of heads kept elsewhere, in \d+ seconds\./);
    expect(status).toBe(0);
    expect(notesIn(readFileSync(headsFile, "utf8"))).toHaveLength(2);
    expect(await verified()).toEqual([{ size: expect.any(Number), wrong: [] }]);
  });

  test("says of what it does not understand how it is asked, and ends with 2", () => {
    expect(command("audit-verify", "kept.txt")).toMatchObject({
      status: 2,
      said: expect.stringContaining("--against FILE"),
    });
    expect(command("audit-verify", "--against", "nowhere.txt")).toMatchObject({
      status: 2,
      said: expect.stringContaining("nowhere.txt"),
    });
  });
});

test("audit:prove prints an entry with its proof, or says that it has none", { timeout: 60_000 }, () => {
  const { status, said } = command("audit-prove", "100");
  expect(status).toBe(0);
  expect(said).toMatch(/^Entry 100 is leaf \d+ of \d+\./);
  expect(said).toContain('"position": 100');
  expect(command("audit-prove", "999999")).toEqual({
    status: 1,
    said: "There is no entry 999999, or it is not sealed yet.\n",
  });
});

test("a key that was lost is owned to, and the next goes on from the head that it names", {
  timeout: 60_000,
}, async () => {
  rmSync(join(folder, "secrets", "sealing"));
  const refused = command("audit-rotate-key");
  expect(refused).toMatchObject({
    status: 1,
    said: expect.stringContaining("The key was not changed: The trail is sealed with another key"),
  });
  expect(command("audit-rotate-key", "--old-key-is-lost").status).toBe(0);
  await record("2.3", "61");
  await seal();
  expect(notesIn(readFileSync(headsFile, "utf8"))).toHaveLength(3);
});

test("audit:verify ends with 1 and names what is wrong", { timeout: 60_000 }, async () => {
  await database.asOwner(
    "alter table audit.entry disable trigger user; update audit.entry set verb = 'actual.clear' where position = 100",
  );
  const { status, said } = command("audit-verify");
  expect(said).toContain("Wrong: Entry 100 (");
  expect(said).toContain("This trail is not what it was.");
  expect(status).toBe(1);
  const [found] = await verified();
  expect((found!.wrong as string[])[0]).toMatch(/^Entry 100 \(/);
});
