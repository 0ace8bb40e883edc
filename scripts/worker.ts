import { join } from "node:path";
import { embeddedUrls } from "#db/embedded";
import { readSettings } from "#scripts/environment";
import { sendMail } from "#scripts/send-mail";
import { setUpSealing } from "#scripts/set-up-sealing";
import { takeCuts } from "#scripts/take-cuts";
import { verifyNightly } from "#scripts/verify-nightly";

// npm run worker: does what nobody asks for, in a process of its own. Each web process does it too, unless CANDOUR_WORKER=off.
const settings = readSettings(join(import.meta.dirname, ".."), process.env);
const { database, dataFolder } = settings;
const urls = database ?? embeddedUrls(dataFolder);

if (urls) {
  const [appUrl, signInUrl] = [urls.app ?? urls.owner, urls.signIn ?? urls.owner];
  setUpSealing(settings);
  process.env.NEXTAUTH_URL = settings.publicUrl;
  const stops = [takeCuts(appUrl), sendMail(signInUrl, settings.mail)];
  verifyNightly(appUrl, settings);
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP", "disconnect"])
    process.on(signal, () => stops.forEach((stop) => void stop()));
  console.log(`Candour’s worker takes cuts and seals them${settings.mail ? ", and sends mail" : ""}.`);
} else {
  console.error("The embedded database is not running. Start it with: npm start");
  process.exitCode = 1;
}
