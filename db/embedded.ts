import { mkdirSync, realpathSync } from "node:fs";
import { join } from "node:path";
import { keptSecret } from "#db/embedded/kept-secret";
import { noteUse } from "#db/embedded/note-use";
import { findPostmaster, stopPostmaster } from "#db/embedded/postmaster";
import { findPrograms } from "#db/embedded/programs";
import { reviveWhenGone } from "#db/embedded/revive-when-gone";
import { ensureDatabase } from "#db/embedded/roles";
import { ensureCluster, ensureServer } from "#db/embedded/start-server";
import { chooseRunner } from "#db/embedded/unprivileged";

export type DatabaseUrls = { owner: string; app: string; signIn: string };

/**
 * A real PostgreSQL under a folder of its own, on a free port of this machine only, with the database `candour` and its
 * three roles. A server that is already running there is used; `stop` ends it unless another process still uses it.
 * `durable: false` is for tests: quick, and lost with the machine. `programs` are another PostgreSQL's than the embedded one.
 */
export async function startEmbedded(
  folder: string,
  { durable = true, programs = findPrograms() }: { durable?: boolean; programs?: string | undefined } = {},
): Promise<{ urls: DatabaseUrls; superuserUrl: string; stop: () => void }> {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const dataFolder = realpathSync(folder);
  const cluster = {
    folder: join(dataFolder, "database"),
    log: join(dataFolder, "database.log"),
    programs,
    runner: chooseRunner(programs, dataFolder),
    password: keptSecret(dataFolder, "database-superuser"),
  };
  const leave = noteUse(dataFolder);
  ensureCluster(cluster);
  const settings = durable
    ? []
    : ["fsync=off", "synchronous_commit=off", "full_page_writes=off", "max_connections=200"];
  const port = await ensureServer(cluster, settings);
  const stopWatching = reviveWhenGone(cluster, settings, port);
  const passwords = rolePasswords(dataFolder);
  const superuserUrl = url("postgres", cluster.password, port, "postgres");
  await ensureDatabase(superuserUrl, passwords);

  return {
    urls: urls(passwords, port),
    superuserUrl,
    stop: () => {
      stopWatching();
      if (leave()) stopPostmaster(cluster.folder);
    },
  };
}

/** The addresses of the embedded database if it is running, without starting it. */
export function embeddedUrls(folder: string): DatabaseUrls | null {
  try {
    const dataFolder = realpathSync(folder);
    const postmaster = findPostmaster(join(dataFolder, "database"));
    return postmaster && urls(rolePasswords(dataFolder), postmaster.port);
  } catch {
    return null;
  }
}

function rolePasswords(dataFolder: string) {
  return {
    candour_owner: keptSecret(dataFolder, "database-owner"),
    candour_app: keptSecret(dataFolder, "database-app"),
    candour_signin: keptSecret(dataFolder, "database-sign-in"),
  };
}

function urls(passwords: ReturnType<typeof rolePasswords>, port: number): DatabaseUrls {
  return {
    owner: url("candour_owner", passwords.candour_owner, port, "candour"),
    app: url("candour_app", passwords.candour_app, port, "candour"),
    signIn: url("candour_signin", passwords.candour_signin, port, "candour"),
  };
}

function url(user: string, password: string, port: number, database: string): string {
  return `postgres://${user}:${password}@127.0.0.1:${port}/${database}`;
}
