import { join } from "node:path";
import { embeddedUrls } from "#db/embedded";
import { notRunning } from "#scripts/command-database";
import { readSettings } from "#scripts/environment";

// npm run db:url -- app | owner | sign-in: the address of a role's database, for psql and backups.
const root = join(import.meta.dirname, "..");
const { database, dataFolder } = readSettings(root, process.env);
const urls = database ?? embeddedUrls(dataFolder);
const role = process.argv[2];

if (role !== "owner" && role !== "app" && role !== "sign-in") {
  fail("Say whose: npm run db:url -- app, npm run db:url -- owner, or npm run db:url -- sign-in");
} else if (!urls) {
  fail(notRunning(dataFolder));
} else {
  console.log(role === "sign-in" ? (urls.signIn ?? urls.owner) : (urls[role] ?? urls.owner));
}

function fail(message: string): void {
  console.error(message);
  process.exitCode = 1;
}
