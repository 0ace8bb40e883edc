import { run, servingFlags } from "./run.mjs";

run("scripts/serve.ts", [], servingFlags);
