import { outliveReaders } from "#scripts/outlive-readers";
import { openWeb } from "#scripts/serve-web";
import { takeConnections } from "#scripts/share-connections";

// Serves the build beside the process that began it, with its environment: only connections that are given to it.
const [, , folder = ""] = process.argv;
outliveReaders();
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => setTimeout(() => process.exit(), 5000).unref());
process.on("disconnect", () => process.kill(process.pid, "SIGTERM"));
await openWeb(folder, takeConnections);
