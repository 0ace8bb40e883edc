import { type ChildProcess, spawn } from "node:child_process";
import { createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { ask } from "#bench/ask";
import { buildBareNext } from "#bench/build-bare-next";
import type { DatabaseUrls } from "#db/embedded";
import { servingFlags } from "../scripts/run.mjs";

export type Server = {
  url: string;
  pid: number;
  /** From its start to its first page. */
  startedIn: number;
  stop: () => Promise<void>;
};

/** Where a server listens, unless on a port of its choice; where what it says goes, unless nowhere; and what V8 is told of it. */
type Wanted = { port?: number; log?: number; flags?: string[] };

const root = join(import.meta.dirname, "..");

/** The product with its embedded database and the demonstration, in this very process that is started. */
export const startInstallation = (dataFolder: string, wanted: Wanted = {}): Promise<Server> =>
  start(
    "scripts/serve.ts",
    "/sign-in",
    { ...unset, CANDOUR_DATA: dataFolder, HOST: "127.0.0.1" },
    { ...wanted, flags: servingFlags },
  );

/** Whatever else a person has set is not for it. */
const unset = {
  DATABASE_URL: "",
  CANDOUR_URL: "",
  NEXTAUTH_SECRET: "",
  CANDOUR_TRUST_PROXY: "",
  CANDOUR_WORKER: "",
  CANDOUR_PRACTICE: "off",
  // A server that is never there: its forms are tried all the same.
  CANDOUR_SMTP_URL: "smtp://127.0.0.1:9",
  CANDOUR_MAIL_FROM: "candour@candour.test",
};

/** The product as `npm start` serves it, on a database that is migrated; without what it does that nobody asks for, unless it works. */
export const startProduct = (dataFolder: string, urls: DatabaseUrls, { works = false } = {}): Promise<Server> =>
  start("scripts/start.mjs", "/sign-in", {
    CANDOUR_DATA: dataFolder,
    DATABASE_URL: urls.owner,
    DATABASE_APP_URL: urls.app,
    DATABASE_SIGN_IN_URL: urls.signIn,
    CANDOUR_WORKER: works ? "" : "off",
    HOST: "127.0.0.1",
  });

export const startBareNext = (database: string): Promise<Server> =>
  start(buildBareNext(root), "/", { BARE_DATABASE_URL: database, HOSTNAME: "127.0.0.1" });

export const startBareServer = (database: string): Promise<Server> =>
  start("bench/bare-server.js", "/", { BARE_DATABASE_URL: database });

async function start(
  file: string,
  firstPage: string,
  environment: Record<string, string>,
  { port: wanted, log, flags = [] }: Wanted = {},
): Promise<Server> {
  const port = wanted ?? (await freePort());
  const url = `http://localhost:${port}`;
  const begun = performance.now();
  const env = { ...process.env, ...environment, PORT: String(port), NODE_ENV: "production" } as NodeJS.ProcessEnv;
  const child = spawn(process.execPath, [...flags, join(root, file)], {
    cwd: root,
    env,
    stdio: ["ignore", log ?? "ignore", log ?? "inherit", "ipc"],
  });
  const kill = () => child.kill();
  process.on("exit", kill);
  child.on("exit", () => process.off("exit", kill));
  while (!(await answers(url + firstPage))) {
    if (child.exitCode !== null || child.signalCode !== null) throw new Error(`${file} did not start`);
    await pause(10);
  }
  return { url, pid: child.pid ?? 0, startedIn: performance.now() - begun, stop: () => end(child) };
}

/** By a connection of its own: on one that was kept, what was just killed may have the last word. */
const answers = (url: string) =>
  ask(url, { isApart: true }).then(
    ({ status }) => status < 400,
    () => false,
  );

function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    child.on("exit", () => resolve());
    child.kill("SIGTERM");
  });
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, "127.0.0.1", () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => resolve(port));
    });
  });
}
