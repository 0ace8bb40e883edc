import { compileSooner } from "#scripts/compile-sooner";
import { outliveReaders } from "#scripts/outlive-readers";
import { openWeb } from "#scripts/serve-web";
import { rest, takeConnections } from "#scripts/share-connections";

// Serves the build beside the process that began it, with its environment: only connections that are given to it.
const [, , folder = ""] = process.argv;
/** Milliseconds to finish its answers: when all stops as few as the first has, else as many as a form has to arrive, and more. */
let patience = 5_000;
outliveReaders();

// Once Next serves, it finishes its answers before it ends.
for (const signal of ["SIGINT", "SIGTERM"])
  process.on(signal, () => setTimeout(() => process.exit(1), patience).unref());
process.on("SIGHUP", () => process.kill(process.pid, "SIGTERM"));
process.on("message", (message) => {
  if (message !== rest) return;
  patience = 180_000;
  process.kill(process.pid, "SIGTERM");
});
// The first waits for its answers when it stops; when it was killed, nothing of it goes on.
process.on("disconnect", () => process.exit(1));
if (!process.connected) process.exit(1);
await openWeb(folder, takeConnections);
compileSooner();
