import { readFile } from "node:fs/promises";
import type { Numbers } from "#bench/lines";
import { median } from "#bench/median";
import type { Yard } from "#bench/yard";
import { onServer } from "#db/testing/server";

/** What a request asks of the database, as the database's own log says it: round trips, and those planned anew for want of a name. */
export async function countStatements(
  yard: Yard,
  database: string,
  once: () => Promise<unknown>,
  // The first requests find connections that have prepared nothing.
  { unseen = 12, times = 7 } = {},
): Promise<Numbers> {
  await onServer(
    yard.superuserUrl,
    "alter system set log_line_prefix = '%d|'",
    "alter system set log_statement = 'all'",
    "select pg_reload_conf()",
    "select pg_sleep(0.3)",
  );
  for (let time = 0; time < unseen; time++) await once();
  const counts: { all: number; unnamed: number }[] = [];
  for (let time = 0; time < times; time++) {
    const { length } = await readFile(yard.log);
    await once();
    const lines = (await readFile(yard.log)).subarray(length).toString().split("\n");
    const asked = lines.filter((line) => line.startsWith(`${database}|`));
    const count = (how: RegExp) => asked.filter((line) => how.test(line)).length;
    counts.push({
      all: count(/LOG: {2}(statement|execute)\b/),
      unnamed: count(/LOG: {2}(execute <unnamed>|statement: (?!begin|commit|rollback))/i),
    });
  }
  await onServer(yard.superuserUrl, "alter system reset log_statement", "select pg_reload_conf()");
  return { statements: median(counts.map(({ all }) => all)), unnamed: median(counts.map(({ unnamed }) => unnamed)) };
}
