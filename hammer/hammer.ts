import { join } from "node:path";
import { freshCells } from "#hammer/cells";
import { chanceOf } from "#hammer/chance";
import { readOptions } from "#hammer/options";
import { detailsOf, isBad, lineOf } from "#hammer/report";
import { hammer, tests, whole } from "#hammer/tests";
import { openYard } from "#hammer/yard";
import { buildIfNeeded } from "#scripts/build-if-needed";

// npm run hammer -- [MINUTES] [--seed N] [--only NAME]: docs/security.md says what it tries.
const { minutes, seed, only } = readOptions(process.argv.slice(2), Object.keys(tests));
await buildIfNeeded(join(import.meta.dirname, ".."));
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => process.exit(1));
console.log(`The seed is ${seed}.`);
const yard = await openYard();
const cells = freshCells(yard.query);
for (const name of only) {
  // What was told is counted once, after the rest.
  const share = minutes === null || name === "untold" ? null : (minutes * 60_000) / (only.length - 1 || 1);
  const report = await hammer(name, { yard, cells, chance: chanceOf(seed), size: whole }, share);
  console.log([lineOf(name, report), ...detailsOf(report)].join("\n"));
  if (isBad(report)) process.exitCode = 1;
}
await yard.close();
process.exit();
