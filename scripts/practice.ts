import { closePools } from "#db/client";
import type { DatabaseUrls } from "#db/embedded";
import { operator } from "#lib/access/actor";
import { startSessionFor } from "#lib/access/start-session-for";
import { perform } from "#lib/audit/perform";
import { makePracticeScorecard, practiceSlug } from "#lib/imports/practice/make-practice-scorecard";
import { publishMonths } from "#lib/imports/publish-months";
import { endSession } from "#lib/people/end-session";

/** Gives the demonstration its practice scorecard, with its last month published so that readers see it; what is there already stays. */
export async function makePractice(urls: DatabaseUrls): Promise<void> {
  process.env.DATABASE_APP_URL = urls.app;
  process.env.DATABASE_SIGN_IN_URL = urls.signIn;
  try {
    const officer = await startSessionFor("officer@candour.test", "npm start");
    const { id } = officer.organisation;
    await perform(operator(urls.owner, "The practice scorecard", id), "operator.change", (tx) =>
      makePracticeScorecard(tx, id),
    );
    await publishMonths(officer, practiceSlug, { months: ["2013-12"], reason: "Made-up figures, to be looked at." });
    await endSession(officer);
  } finally {
    await closePools();
  }
}
