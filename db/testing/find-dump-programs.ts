import { execFileSync } from "node:child_process";
import { existsSync, globSync, realpathSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";

const needed = ["initdb", "postgres", "pg_dump", "pg_restore"];

/**
 * A folder with a PostgreSQL 15 or newer and the pg_dump of its own version, if this machine has one: none comes with the
 * embedded PostgreSQL, and one of another version does not read it.
 */
export function findDumpPrograms(): string | null {
  const onPath = (process.env.PATH ?? "").split(delimiter).filter((folder) => existsSync(join(folder, "postgres")));
  const folders = [
    ...globSync(["/usr/lib/postgresql/*/bin", "/usr/pgsql-*/bin", "/opt/homebrew/opt/postgresql@*/bin"]),
    ...onPath.map((folder) => dirname(realpathSync(join(folder, "postgres")))),
  ];
  return folders.find(isWhole) ?? null;
}

function isWhole(folder: string): boolean {
  if (!needed.every((name) => existsSync(join(folder, name)))) return false;
  const versions = ["postgres", "pg_dump"].map(
    (name) => /\d+/.exec(execFileSync(join(folder, name), ["--version"], { encoding: "utf8" }))?.[0],
  );
  return versions[0] === versions[1] && Number(versions[0]) >= 15;
}
