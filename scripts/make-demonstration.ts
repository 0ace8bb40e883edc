import { closePools } from "#db/client";
import { embeddedUrls } from "#db/embedded";
import { operator } from "#lib/access/actor";
import { startSessionFor } from "#lib/access/start-session-for";
import { perform } from "#lib/audit/perform";
import { importFirstScorecard } from "#lib/imports/import-first-scorecard";
import { endSession } from "#lib/people/end-session";
import { makeDemonstrationPeople } from "#lib/people/make-demonstration-people";

// node scripts/make-demonstration.ts DATA_FOLDER: gives the embedded database that runs there its people and the first
// scorecard, brought in by its officer; what is there already stays.
const urls = embeddedUrls(process.argv[2] ?? "");
if (!urls) throw new Error("The embedded database is not running.");
process.env.DATABASE_APP_URL = urls.app;
process.env.DATABASE_SIGN_IN_URL = urls.signIn;
try {
  await perform(operator(urls.owner, "The demonstration's people"), "operator.change", makeDemonstrationPeople);
  const officer = await startSessionFor("officer@candour.test", "npm start");
  await importFirstScorecard(officer);
  await endSession(officer);
} finally {
  await closePools();
}
