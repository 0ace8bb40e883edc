import { mkdtempSync, rmSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Options } from "#bench/options";
import { type Server, startBareNext, startBareServer, startProduct } from "#bench/servers";
import type { DatabaseUrls } from "#db/embedded";
import { findPostmaster } from "#db/embedded/postmaster";
import { copyTemplate, onServer } from "#db/testing/server";
import { makeDemonstration } from "#scripts/demonstration";
import { startMigrated } from "#scripts/start-migrated";

/** A database to be thrown away, as each of its three roles. */
export type Thrown = { name: string; urls: DatabaseUrls };

export type Yard = Awaited<ReturnType<typeof openYard>>;

const at = (url: string, name: string) => Object.assign(new URL(url), { pathname: `/${name}` }).href;

/** Where it all happens: one PostgreSQL that is lost afterwards, with the demonstration to copy, and the two yardsticks. */
export async function openYard(options: Options) {
  const folder = mkdtempSync(join(tmpdir(), "candour-bench-"));
  const { urls, superuserUrl, stop } = await startMigrated(folder, { durable: false });
  process.on("exit", () => rmSync(folder, { recursive: true, force: true }));
  await makeDemonstration(urls);

  await onServer(superuserUrl, "create database bare");
  await onServer(at(superuserUrl, "bare"), await readFile("bench/bare-tables.sql", "utf8"));

  const bareUrl = at(superuserUrl, "bare");
  const running: Promise<Server>[] = [];
  const noted = (server: Promise<Server>) => {
    running.push(server);
    return server;
  };
  let [bareNext, bareServer]: (Promise<Server> | undefined)[] = [];
  return {
    options,
    postmaster: findPostmaster(join(folder, "database"))?.pid ?? 0,
    log: join(folder, "database.log"),
    superuserUrl,
    bareUrl,
    bareNext: () => (bareNext ??= noted(startBareNext(bareUrl))),
    bareServer: () => (bareServer ??= noted(startBareServer(bareUrl))),
    freshBareNext: () => noted(startBareNext(bareUrl)),
    /** A copy of the demonstration. */
    copy: async (): Promise<Thrown> => {
      const name = await copyTemplate(superuserUrl, "candour");
      return { name, urls: { owner: at(urls.owner, name), app: at(urls.app, name), signIn: at(urls.signIn, name) } };
    },
    product: ({ name, urls }: Thrown, does?: { works: boolean }) => noted(startProduct(join(folder, name), urls, does)),
    close: async () => {
      await Promise.allSettled(running.map(async (server) => (await server).stop()));
      stop();
    },
  };
}
