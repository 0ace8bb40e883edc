import { join } from "node:path";
import { buildIfNeeded } from "#scripts/build-if-needed";

try {
  console.log("Built:", await buildIfNeeded(join(import.meta.dirname, "..")));
} catch (error) {
  console.error((error as Error).message);
  process.exit(1);
}
