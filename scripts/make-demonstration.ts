import { Client } from "pg";
import { closePools } from "#db/client";
import type { DatabaseUrls } from "#db/embedded";
import { operator } from "#lib/access/actor";
import { startSessionFor } from "#lib/access/start-session-for";
import { perform } from "#lib/audit/perform";
import { importFirstScorecard } from "#lib/imports/import-first-scorecard";
import { endSession } from "#lib/people/end-session";
import { makeDemonstrationPeople } from "#lib/people/make-demonstration-people";

/** Gives the embedded database its people and the first scorecard, brought in by its officer; what is there already stays. */
export async function makeDemonstration(urls: DatabaseUrls): Promise<void> {
  if (await isMade(urls.owner)) return;
  await perform(operator(urls.owner, "The demonstration's people"), "operator.change", makeDemonstrationPeople);

  process.env.DATABASE_APP_URL = urls.app;
  process.env.DATABASE_SIGN_IN_URL = urls.signIn;
  try {
    const officer = await startSessionFor("officer@candour.test", "npm start");
    await importFirstScorecard(officer);
    await endSession(officer);
  } finally {
    await closePools();
  }
}

async function isMade(ownerUrl: string): Promise<boolean> {
  const client = new Client({ connectionString: ownerUrl });
  await client.connect();
  const { rowCount } = await client.query("select from import where committed_at is not null limit 1");
  await client.end();
  return rowCount === 1;
}
