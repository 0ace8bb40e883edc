import { join } from "node:path";
import { embeddedUrls } from "#db/embedded";
import { readSettings } from "#scripts/environment";
import { takeCuts } from "#scripts/take-cuts";

// npm run worker: does what nobody asks for, in a process of its own. Each web process does it too, unless CANDOUR_WORKER=off.
const { database, dataFolder } = readSettings(join(import.meta.dirname, ".."), process.env);
const appUrl = database ? (database.app ?? database.owner) : embeddedUrls(dataFolder)?.app;

if (appUrl) {
  const stop = takeCuts(appUrl);
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP", "disconnect"]) process.on(signal, () => void stop());
  console.log("Candour’s worker takes cuts.");
} else {
  console.error("The embedded database is not running. Start it with: npm start");
  process.exitCode = 1;
}
