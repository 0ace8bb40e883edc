import { fillBankHolidays } from "#db/fill-bank-holidays";
import { limitWaits } from "#db/limit-waits";
import { migrate } from "#db/migrate";
import { setSessionLife } from "#db/set-session-life";
import { SetUpError } from "#db/set-up-error";
import { withClient } from "#db/with-client";
import { checkServer } from "#scripts/check-server";
import { ensureDemonstration } from "#scripts/ensure-demonstration";
import type { Settings } from "#scripts/environment";
import { holdIncarnation } from "#scripts/hold-incarnation";
import { requireTrail } from "#scripts/require-trail";
import { sayWhatIsWeakened } from "#scripts/say-what-is-weakened";
import { headsFileOf } from "#scripts/set-up-sealing";
import { startMigrated } from "#scripts/start-migrated";

type WebUrls = { app: string; signIn: string };
type Urls = { owner: string; app?: string | undefined; signIn?: string | undefined };

/** Leaves a migrated database behind, the embedded one or the one of DATABASE_URL, and answers how the web reaches it. */
export async function prepareDatabase(settings: Settings): Promise<WebUrls> {
  const { database, dataFolder, sessions, hasPractice } = settings;
  const urls = database ? await prepareOwnServer(database) : await prepareEmbedded(dataFolder);
  await limitWaits(urls);
  await withClient(urls.owner, async (client) => {
    await requireTrail(client);
    await holdIncarnation(client, headsFileOf(settings));
    await setSessionLife(client, sessions);
    await fillBankHolidays(client);
  });
  if (!database) await ensureDemonstration(dataFolder, urls.owner, hasPractice);
  return { app: urls.app ?? urls.owner, signIn: urls.signIn ?? urls.owner };
}

async function prepareEmbedded(dataFolder: string): Promise<Urls> {
  console.log("Starting the embedded PostgreSQL ...");
  return (await startMigrated(dataFolder)).urls;
}

async function prepareOwnServer({ owner, app, signIn }: Urls): Promise<Urls> {
  if (Boolean(app) !== Boolean(signIn)) {
    throw new SetUpError("Give both DATABASE_APP_URL and DATABASE_SIGN_IN_URL, or neither.");
  }
  await checkServers({ DATABASE_URL: owner, DATABASE_APP_URL: app, DATABASE_SIGN_IN_URL: signIn });
  if (!app || !signIn) {
    await migrateAs(owner);
    sayWhatIsWeakened();
    return { owner };
  }
  const roles = { app: roleOf(app), signIn: roleOf(signIn) };
  if (new Set([roleOf(owner), roles.app, roles.signIn]).size < 3) {
    throw new SetUpError("DATABASE_URL, DATABASE_APP_URL and DATABASE_SIGN_IN_URL must name three different roles.");
  }
  await migrateAs(owner, roles);
  return { owner, app, signIn };
}

/** Asks all of them at once, and says of the first what is wrong. */
async function checkServers(named: Record<string, string | undefined>): Promise<void> {
  const asked = Object.entries(named).map(async ([setting, url]) => url && checkServer(url, setting));
  const refused = (await Promise.allSettled(asked)).find((answer) => answer.status === "rejected");
  if (refused) throw refused.reason;
}

async function migrateAs(owner: string, roles?: { app: string; signIn: string }): Promise<void> {
  try {
    await migrate(owner, roles);
  } catch (error) {
    if ((error as { code?: string }).code !== "42501") throw error;
    throw new SetUpError(
      `The role ${roleOf(owner)} of DATABASE_URL must own its database, to make the tables: ${(error as Error).message}.`,
    );
  }
}

function roleOf(url: string): string {
  return decodeURIComponent(new URL(url).username);
}
