import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";
import { expect, test, vi } from "vitest";
import { logins } from "#db/testing/server";
import { useDatabase } from "#db/testing/use-database";
import { Refusal } from "#lib/audit/refusal";
import { publicKeyOf } from "#lib/audit/seal/known-keys";
import { verifyTrail } from "#lib/audit/verify/verify-trail";
import { newSeed } from "#lib/proof/note-key";
import { commented } from "#lib/testing/commented";
import { makeWorld, type World } from "#lib/testing/world";
import { takeCuts } from "#scripts/take-cuts";

/** Longer where somebody asks for it: how often a worker is killed before the writers stop. */
const kills = Number(process.env.CANDOUR_KILLED_WORKERS || 6);
const [writers, workers] = [32, 3];

const database = useDatabase();
let world: World;
const { record } = commented(() => world, database);

/** Says when it begins. */
const worker = `import "#scripts/seal-cuts"; import { takeCuts } from "#scripts/take-cuts";
  takeCuts(process.env.DATABASE_APP_URL, 1); console.log("It begins.");`;

test(
  `${writers} write while workers are killed again and again: each act is sealed once, and nothing is ever found wrong`,
  async ({ signal }) => {
    world = await makeWorld(database);
    const folder = mkdtempSync(join(tmpdir(), "candour-killed-"));
    const seed = newSeed();
    const heads = (n: number | string) => join(folder, `heads-${n}.txt`);
    const written = (n: number) => statSync(heads(n), { throwIfNoEntry: false })?.size ?? 0;
    const running = new Set<ChildProcess>();
    const state = { isOver: false, killed: 0 };

    /** A worker after another, each ended wherever it is just then; every second one lives until it has sealed. */
    async function killAgainAndAgain(n: number) {
      for (let turn = n; !state.isOver; turn += 1) {
        const before = written(n);
        const child = spawn(process.execPath, ["--input-type=module", "--eval", worker], {
          env: { ...process.env, CANDOUR_SEAL_KEY: seed.toString("hex"), CANDOUR_HEADS_FILE: heads(n) },
          stdio: ["ignore", "pipe", "inherit"],
        });
        const ended = new Promise((resolve) => child.on("exit", resolve));
        running.add(child);
        await Promise.race([ended, new Promise((resolve) => child.stdout.once("data", resolve))]);
        if (turn % 2 === 0) while (written(n) === before && child.exitCode === null && !state.isOver) await pause(20);
        await pause(20 + Math.random() * 600);
        child.kill("SIGKILL");
        await ended;
        running.delete(child);
        state.killed += 1;
      }
    }

    // What was acknowledged, by its version: a figure that is there already is no new one.
    const recorded = new Set<string>();
    async function write(n: number) {
      for (let turn = 0; !state.isOver; turn += 1) {
        const [ref, month] = [(["2.3", "2.5", "4.3"] as const)[n % 3]!, (["2013-12", "2014-01"] as const)[turn % 2]!];
        try {
          // Who is too late by a moment is refused, which stands in the trail as well.
          const saved = await record(ref, String((n * 7 + turn) % 90), month);
          if (saved) recorded.add(`${ref} ${month} ${saved.version}`);
        } catch (error) {
          if (!(error instanceof Refusal)) throw error;
        }
        await pause(200);
      }
    }

    const auditor = new pg.Client({ connectionString: database.ownerUrl });
    await auditor.connect();
    const verified = async (against: readonly string[] = []) =>
      verifyTrail(auditor, {
        key: publicKeyOf(seed),
        own: null,
        logins,
        against: against.map((name) => ({ name, text: readFileSync(join(folder, name), "utf8") })),
      });
    const all = [
      ...Array.from({ length: workers }, (_, n) => killAgainAndAgain(n)),
      ...Array.from({ length: writers }, (_, n) => write(n)),
    ];
    try {
      for (let looked = 0; state.killed < kills || readdirSync(folder).length === 0; ) {
        signal.throwIfAborted();
        await pause(100);
        if (state.killed < looked + 3) continue;
        looked = state.killed;
        expect((await verified()).wrong).toEqual([]);
      }
      state.isOver = true;
      await Promise.all(all);

      // One worker that is left alone ends what they began.
      vi.stubEnv("CANDOUR_SEAL_KEY", seed.toString("hex"));
      vi.stubEnv("CANDOUR_HEADS_FILE", heads("last"));
      const stop = takeCuts(process.env.DATABASE_APP_URL!, 20);
      const count = async (what: string) =>
        Number((await auditor.query(`select count(*) as n from ${what}`)).rows[0].n);
      await vi.waitFor(
        async () =>
          expect(await count("audit.leaf")).toBe((await count("audit.entry")) + (await count("audit.action"))),
        { timeout: 15_000, interval: 50 },
      );
      await vi.waitFor(async () => expect((await verified()).size).toBe(await count("audit.leaf")), {
        timeout: 15_000,
      });
      await stop();

      expect(
        await count("audit.entry where verb = 'actual.record' and table_name = 'actual' and operation <> 'refused'"),
      ).toBe(recorded.size);
      expect(await count("generate_series(0, (select max(number) from audit.leaf))")).toBe(await count("audit.leaf"));
      expect(await count("audit.verification where kind = 'not sealed'")).toBe(0);
      // Every head that any of them wrote down, killed or not, is of the same tree.
      const copies = readdirSync(folder);
      expect(copies.length).toBeGreaterThan(1);
      expect(await verified(copies)).toMatchObject({ wrong: [] });
      expect(recorded.size).toBeGreaterThan(writers);
    } finally {
      state.isOver = true;
      for (const child of running) child.kill("SIGKILL");
      await Promise.allSettled(all);
      await auditor.end();
      vi.unstubAllEnvs();
      rmSync(folder, { recursive: true });
    }
  },
  180_000 + kills * 2_000,
);
