import { mkdtempSync, openSync, readFileSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startInstallation } from "#bench/servers";
import { closePools } from "#db/client";
import { embeddedUrls } from "#db/embedded";
import { findPostmaster, stopPostmaster } from "#db/embedded/postmaster";
import { type Asker, makeAskers, signInAnew } from "#hammer/askers";
import { cookieOf } from "#hammer/cookie";
import { openQuery } from "#hammer/query";

export type Yard = Awaited<ReturnType<typeof openYard>>;

/**
 * Where it all happens: an installation as `npm start` makes it, in a folder that is thrown away, with the demonstration's
 * council and a neighbour in one database.
 */
export async function openYard() {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "candour-hammer-")));
  const cluster = join(folder, "database");
  process.on("exit", () => {
    stopPostmaster(cluster);
    rmSync(folder, { recursive: true, force: true });
  });
  const log = openSync(join(folder, "said.log"), "a");
  let server = await startInstallation(folder, { log });
  let urls = findUrls(folder);
  const { query, close } = openQuery(() => urls.owner);
  const askers = await makeAskers({ dataFolder: folder, ownerUrl: urls.owner, query });
  const asker = (name: string): Asker => {
    const found = askers.find((each) => each.name === name);
    if (!found) throw new Error(`Nobody here is ${name}`);
    return found;
  };
  return {
    url: server.url,
    ownerUrl: () => urls.owner,
    query,
    askers,
    asker,
    /** A cookie more of somebody's, for a browser more. */
    cookie: async (name: string) => cookieOf(folder, (await signInAnew(String(asker(name).personId))).token),
    cookieFor: (token: string) => cookieOf(folder, token),
    /** What the web and PostgreSQL said. */
    said: () => readFileSync(join(folder, "said.log"), "utf8"),
    killDatabase: () => {
      const postmaster = findPostmaster(cluster);
      if (postmaster) process.kill(postmaster.pid, "SIGKILL");
    },
    killWeb: async () => {
      process.kill(server.pid, "SIGKILL");
      server = await startInstallation(folder, { log, port: Number(new URL(server.url).port) });
      // Started again with its web, PostgreSQL may listen elsewhere.
      urls = findUrls(folder);
      await closePools();
    },
    close: async () => {
      await Promise.all([close(), closePools()]);
      await server.stop();
    },
  };
}

/** Where the embedded database is now, for us and for what we do by the product's own functions. */
function findUrls(folder: string) {
  const urls = embeddedUrls(folder);
  if (!urls) throw new Error("The embedded database is not there.");
  process.env.DATABASE_APP_URL = urls.app;
  process.env.DATABASE_SIGN_IN_URL = urls.signIn;
  return urls;
}
