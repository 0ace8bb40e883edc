import { closePools } from "#db/client";
import type { DatabaseUrls } from "#db/embedded";
import { operator } from "#lib/access/actor";
import { startSessionFor } from "#lib/access/start-session-for";
import { perform } from "#lib/audit/perform";
import { importFirstScorecard } from "#lib/imports/import-first-scorecard";
import { publishFirstMonths } from "#lib/imports/publish-first-months";
import { endSession } from "#lib/people/end-session";
import { makeDemonstrationPeople } from "#lib/people/make-demonstration-people";

const firstScorecard = "childrens-services-improvement-scorecard";

/** Gives a database its demonstration people and the first scorecard, brought in and published by its officer; what is there already stays. */
export async function makeDemonstration(urls: DatabaseUrls): Promise<void> {
  process.env.DATABASE_APP_URL = urls.app;
  process.env.DATABASE_SIGN_IN_URL = urls.signIn;
  try {
    await perform(operator(urls.owner, "The demonstration's people"), "operator.change", makeDemonstrationPeople);
    const officer = await startSessionFor("officer@candour.test", "npm start");
    await importFirstScorecard(officer);
    await publishFirstMonths(officer, firstScorecard);
    await endSession(officer);
  } finally {
    await closePools();
  }
}
