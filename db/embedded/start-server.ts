import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import {
  chmodSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { Client } from "pg";
import { findPostmaster } from "#db/embedded/postmaster";
import type { Runner } from "#db/embedded/unprivileged";
import { SetUpError } from "#db/set-up-error";

export type Cluster = { folder: string; log: string; programs: string; runner: Runner; password: string };

const environment = { ...process.env, LC_ALL: "C", TZ: "UTC" };

/** Makes the cluster beside its place and moves it there, so that an interrupted beginning leaves nothing half made. */
export function ensureCluster({ folder, programs, runner, password }: Cluster): void {
  if (existsSync(join(folder, "PG_VERSION"))) {
    // A copy may belong to root, and be open to more than PostgreSQL likes.
    runner.own(folder);
    chmodSync(folder, 0o700);
    return;
  }
  const draft = `${folder}.new`;
  const passwordFile = `${folder}.password`;
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft, { mode: 0o700 });
  writeFileSync(passwordFile, password, { mode: 0o600 });
  runner.own(draft);
  runner.own(passwordFile);

  const { file, args, options } = runner.command(join(programs, "initdb"), [
    `--pgdata=${draft}`,
    "--username=postgres",
    `--pwfile=${passwordFile}`,
    "--auth=scram-sha-256",
    "--encoding=UTF8",
    "--locale=C",
    "--no-instructions",
  ]);
  const made = spawnSync(file, args, { ...options, env: environment, encoding: "utf8" });
  rmSync(passwordFile);
  if (made.status !== 0) {
    throw new SetUpError(`The embedded database could not be made: ${lastLine(made.stderr ?? String(made.error))}`);
  }
  renameSync(draft, folder);
}

/** Answers the port of the server of this cluster: the one already running, or a new one, on `wanted` if it is given. */
export async function ensureServer(cluster: Cluster, settings: string[], wanted?: number): Promise<number> {
  const deadline = Date.now() + 60_000;
  while (Date.now() < deadline) {
    const running = findPostmaster(cluster.folder);
    if (running && (await answers(cluster, running.port, () => findPostmaster(cluster.folder) !== null))) {
      return running.port;
    }
    const port = wanted ?? (await freePort());
    const child = launch(cluster, port, settings);
    if (await answers(cluster, port, () => child.exitCode === null && child.signalCode === null)) return port;
    if (!mayPass(cluster.log)) break;
    await pause(500);
  }
  throw new SetUpError(`The embedded database does not start: ${lastLine(readFileSync(cluster.log, "utf8"))}`);
}

// The processes of a killed server take a moment to notice; another start may have been quicker, or taken the port.
function mayPass(log: string): boolean {
  const end = readFileSync(log, "utf8").slice(-1000);
  return /shared memory|lock file|already in use/.test(end);
}

function launch({ folder, log, programs, runner }: Cluster, port: number, settings: string[]): ChildProcess {
  const { file, args, options } = runner.command(join(programs, "postgres"), [
    "-D",
    folder,
    ...["listen_addresses=127.0.0.1", "unix_socket_directories=", `port=${port}`, "jit=off", ...settings].flatMap(
      (setting) => ["-c", setting],
    ),
  ]);
  const output = openSync(log, "a", 0o600);
  const child = spawn(file, args, { ...options, env: environment, detached: true, stdio: ["ignore", output, output] });
  closeSync(output);
  child.on("error", () => {});
  child.unref();
  return child;
}

async function answers({ password }: Cluster, port: number, isAlive: () => boolean): Promise<boolean> {
  while (isAlive()) {
    const client = new Client({ host: "127.0.0.1", port, user: "postgres", password, database: "postgres" });
    client.on("error", () => {});
    try {
      await client.connect();
      await client.end();
      return true;
    } catch (error) {
      if ((error as { code?: string }).code === "28P01") throw new SetUpError(passwordsLost);
      await pause(50);
    }
  }
  return false;
}

const passwordsLost =
  "The embedded database does not know its password any more: the files in the data folder do not belong together. " +
  "Bring the folder back from a backup, or begin again with another one (CANDOUR_DATA).";

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.on("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}

function lastLine(text: string): string {
  return text.trim().split("\n").at(-1) ?? "";
}
