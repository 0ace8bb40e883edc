import { closePools } from "#db/client";
import type { DatabaseUrls } from "#db/embedded";
import { operator } from "#lib/access/actor";
import { startSessionFor } from "#lib/access/start-session-for";
import { perform } from "#lib/audit/perform";
import { makePracticeScorecard, practiceSlug } from "#lib/imports/practice/make-practice-scorecard";
import { restatePractice } from "#lib/imports/practice/restate-practice";
import { publishMonths } from "#lib/imports/publish-months";
import { endSession } from "#lib/people/end-session";

const lastMonth = "2013-12";

/** Gives the demonstration its practice scorecard, with its last month published, restated and published again; what is there already stays. */
export async function makePractice(urls: DatabaseUrls): Promise<void> {
  process.env.DATABASE_APP_URL = urls.app;
  process.env.DATABASE_SIGN_IN_URL = urls.signIn;
  try {
    const officer = await startSessionFor("officer@candour.test", "npm start");
    const { id } = officer.organisation;
    await perform(operator(urls.owner, "The practice scorecard", id), "operator.change", (tx) =>
      makePracticeScorecard(tx, id),
    );
    await publishMonths(officer, practiceSlug, { months: [lastMonth], reason: "Made-up figures, to be looked at." });
    const head = await startSessionFor("head@candour.test", "npm start");
    await restatePractice(officer, head, lastMonth);
    await endSession(head);
    await endSession(officer);
  } finally {
    await closePools();
  }
}
