import { run } from "./run.mjs";

run("scripts/serve.ts", []);
