import { join } from "node:path";
import { groups } from "#bench/groups";
import { readOptions } from "#bench/options";
import { tableOf } from "#bench/table";
import { openYard } from "#bench/yard";
import { buildIfNeeded } from "#scripts/build-if-needed";

// npm run bench -- [GROUP ...] [--rounds 3] [--quick] [--trail 1000000] [--quiet 600] [--keep]: docs/benchmarks.md
const root = join(import.meta.dirname, "..");
const options = readOptions(process.argv.slice(2), Object.keys(groups));
await buildIfNeeded(root);
const yard = await openYard(options);
try {
  for (const name of options.groups) {
    console.error(`Measuring: ${name} ...`);
    const lines = await groups[name]!(yard);
    console.log(`\n${tableOf(lines)}\n`);
  }
} finally {
  await yard.close();
}
