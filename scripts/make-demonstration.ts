import { embeddedUrls } from "#db/embedded";
import { makeDemonstration } from "#scripts/demonstration";
import { makePractice } from "#scripts/practice";

// node scripts/make-demonstration.ts DATA_FOLDER [with-practice]: gives the embedded database that runs there its demonstration.
const [folder = "", practice] = process.argv.slice(2);
const urls = embeddedUrls(folder);
if (!urls) throw new Error("The embedded database is not running.");
await makeDemonstration(urls);
if (practice) await makePractice(urls);
