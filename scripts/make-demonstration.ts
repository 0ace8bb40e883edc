import { embeddedUrls } from "#db/embedded";
import { makeDemonstration } from "#scripts/demonstration";

// node scripts/make-demonstration.ts DATA_FOLDER: gives the embedded database that runs there its demonstration.
const urls = embeddedUrls(process.argv[2] ?? "");
if (!urls) throw new Error("The embedded database is not running.");
await makeDemonstration(urls);
