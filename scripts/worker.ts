import { join } from "node:path";
import { embeddedUrls } from "#db/embedded";
import { buildIfNeeded } from "#scripts/build-if-needed";
import { readSettings } from "#scripts/environment";
import { provideBrowser } from "#scripts/provide-browser";
import { setUpSealing } from "#scripts/set-up-sealing";
import { work } from "#scripts/work";

// npm run worker: does what nobody asks for, in a process of its own. Each web process does it too, unless CANDOUR_WORKER=off.
const root = join(import.meta.dirname, "..");
const settings = readSettings(root, process.env);
const { database, dataFolder } = settings;
const urls = database ?? embeddedUrls(dataFolder);

if (urls) {
  const own = { app: urls.app ?? urls.owner, signIn: urls.signIn ?? urls.owner };
  setUpSealing(settings);
  process.env.NEXTAUTH_URL = settings.publicUrl;
  // By these what makes files reads, as a page does.
  Object.assign(process.env, { DATABASE_APP_URL: own.app, DATABASE_SIGN_IN_URL: own.signIn });
  await provideBrowser(dataFolder);
  // It is the build's code that makes files, built with the first of them where nothing is served here.
  const { stop, prints } = work(own, settings, () => buildIfNeeded(root));
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP", "disconnect"]) process.on(signal, stop);
  const packs = prints ? ", board packs too" : "";
  console.log(
    `Candour’s worker takes cuts and seals them, makes files${packs}${settings.mail ? ", and sends mail" : ""}.`,
  );
} else {
  console.error("The embedded database is not running. Start it with: npm start");
  process.exitCode = 1;
}
