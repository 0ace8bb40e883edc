import { type ChildProcess, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { request as ask, createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { embeddedUrls } from "#db/embedded";
import { onServer } from "#e2e/database";
import { installation } from "#e2e/installation";
import { servingFlags } from "../scripts/run.mjs";

export type Copy = { port: number; said: () => string; stop: (signal: NodeJS.Signals) => Promise<void> };

/** The addresses of an empty database of its own on this worker's PostgreSQL, by the three roles. */
export async function emptyDatabase(name: string) {
  await onServer(`drop database if exists ${name} with (force)`, `create database ${name} owner candour_owner`);
  const urls = embeddedUrls(installation.dataFolder);
  if (!urls) throw new Error("The embedded database is not running.");
  const of = (url: string) => url.replace(/\/candour$/, `/${name}`);
  return { owner: of(urls.owner), app: of(urls.app), signIn: of(urls.signIn) };
}

const freePort = async (): Promise<number> => {
  const probe = createServer().listen(0, "127.0.0.1");
  await new Promise((resolve) => probe.once("listening", resolve));
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return port;
};

/** A web process of Candour on such a database, when it is ready; `extra` is what it finds in its environment beside. */
export async function startCopy(
  urls: { owner: string; app: string; signIn: string },
  extra: Record<string, string>,
): Promise<Copy> {
  const port = await freePort();
  const folder = join(installation.dataFolder, "copies", randomBytes(4).toString("hex"));
  const child = spawn(process.execPath, [...servingFlags, "scripts/serve.ts"], {
    env: {
      ...process.env,
      DATABASE_URL: urls.owner,
      DATABASE_APP_URL: urls.app,
      DATABASE_SIGN_IN_URL: urls.signIn,
      HOST: "127.0.0.1",
      PORT: String(port),
      CANDOUR_DATA: folder,
      ...extra,
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let said = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (text) => (said += text));
  await untilReady(child, () => said);
  return { port, said: () => said, stop: (signal) => stopped(child, signal) };
}

const untilReady = (child: ChildProcess, said: () => string) =>
  new Promise<void>((resolve, reject) => {
    child.stdout?.on("data", () => said().includes("Candour is ready") && resolve());
    child.on("exit", () => reject(new Error(`A copy did not start:\n${said()}`)));
  });

const stopped = (child: ChildProcess, signal: NodeJS.Signals) =>
  new Promise<void>((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) return resolve();
    child.on("exit", () => resolve());
    child.kill(signal);
  });

/** A proxy as an operator has one in front: it hands each request to the copy that `x-copy` names, else to the first. */
export async function startProxy(copies: () => Copy[]): Promise<{ url: string; server: Server }> {
  const server = createServer((given, answer) => {
    const copy = copies()[Number(given.headers["x-copy"] ?? 0)];
    const headers = { ...given.headers, "x-forwarded-for": given.socket.remoteAddress };
    const passed = ask({ port: copy?.port, host: "127.0.0.1", method: given.method, path: given.url, headers });
    passed.on("response", (got) => got.pipe(answer.writeHead(got.statusCode ?? 502, got.headers)));
    passed.on("error", () => answer.writeHead(502).end());
    given.pipe(passed);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return { url: `http://localhost:${(server.address() as AddressInfo).port}`, server };
}
