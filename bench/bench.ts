import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { groups } from "#bench/groups";
import { readKept, withKept } from "#bench/kept";
import { readOptions } from "#bench/options";
import { tableOf } from "#bench/table";
import { openYard } from "#bench/yard";
import { buildIfNeeded } from "#scripts/build-if-needed";

// npm run bench -- [GROUP ...] [--rounds 3] [--quick] [--trail 1000000] [--quiet 600] [--keep]: docs/benchmarks.md explains it.
const root = join(import.meta.dirname, "..");
const page = join(root, "docs/benchmarks.md");
const options = readOptions(process.argv.slice(2), Object.keys(groups));
await buildIfNeeded(root);
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => process.exit(1));
const yard = await openYard(options);
try {
  for (const group of options.groups) {
    console.error(`Measuring: ${group} ...`);
    try {
      const lines = await groups[group]!(yard);
      const text = readFileSync(page, "utf8");
      console.log(`\n### ${group}\n\n${tableOf(lines, readKept(text, group))}\n`);
      if (options.keep) writeFileSync(page, withKept(text, group, tableOf(lines)));
    } catch (error) {
      console.error(`${group} could not be measured:`, error);
      process.exitCode = 1;
    }
  }
} finally {
  await yard.close();
}
