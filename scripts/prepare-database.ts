import type { Client } from "pg";
import { fillBankHolidays } from "#db/fill-bank-holidays";
import { limitWaits } from "#db/limit-waits";
import { migrateOn, patience } from "#db/migrate";
import { setSessionLife } from "#db/set-session-life";
import { SetUpError } from "#db/set-up-error";
import { ensureDemonstration } from "#scripts/ensure-demonstration";
import type { Settings } from "#scripts/environment";
import { holdIncarnation } from "#scripts/hold-incarnation";
import { openServer } from "#scripts/open-server";
import { requireTrail } from "#scripts/require-trail";
import { sayWhatIsWeakened } from "#scripts/say-what-is-weakened";
import { headsFileOf } from "#scripts/set-up-sealing";
import { startMigrated } from "#scripts/start-migrated";

type Urls = NonNullable<Settings["database"]>;
type OfWeb = { app: string; signIn: string };

/** Leaves a migrated database behind, the embedded one or the one of DATABASE_URL, and answers how the web reaches it. */
export async function prepareDatabase(settings: Settings): Promise<OfWeb> {
  const { database, dataFolder, hasPractice } = settings;
  const urls = database ?? (await startEmbedded(dataFolder));
  const [owner, ...web] = await openLogins(urls);
  try {
    await prepareAsOwner(owner, settings, requireApart(urls));
    await Promise.all(web.map((login) => limitWaits(login, "web")));
  } finally {
    await endAll([owner, ...web]);
  }
  if (!database) await ensureDemonstration(dataFolder, urls.owner, hasPractice);
  return { app: urls.app ?? urls.owner, signIn: urls.signIn ?? urls.owner };
}

async function startEmbedded(dataFolder: string): Promise<Urls> {
  console.log("Starting the embedded PostgreSQL ...");
  return (await startMigrated(dataFolder)).urls;
}

/** A connection of each login, all opened at once; of those that cannot be used the first is named. */
async function openLogins({ owner, app, signIn }: Urls): Promise<[Client, ...Client[]]> {
  if (Boolean(app) !== Boolean(signIn)) {
    throw new SetUpError("Give both DATABASE_APP_URL and DATABASE_SIGN_IN_URL, or neither.");
  }
  const given = Object.entries({ DATABASE_URL: owner, DATABASE_APP_URL: app, DATABASE_SIGN_IN_URL: signIn });
  const asked = given.flatMap(([setting, url]) => (url ? [openServer(url, setting, patience)] : []));
  const opened = await Promise.allSettled(asked);
  const logins = opened.flatMap((login) => (login.status === "fulfilled" ? [login.value] : []));
  const refused = opened.find((login) => login.status === "rejected");
  if (!refused) return logins as [Client, ...Client[]];
  await endAll(logins);
  throw refused.reason;
}

const endAll = (logins: Client[]) => Promise.all(logins.map((login) => login.end()));

/** The names of the web's logins, which are not the owner's nor each other's; null where the owner's serves for all. */
function requireApart({ owner, app, signIn }: Urls): OfWeb | null {
  if (!app || !signIn) return null;
  const roles = { app: roleOf(app), signIn: roleOf(signIn) };
  if (new Set([roleOf(owner), roles.app, roles.signIn]).size === 3) return roles;
  throw new SetUpError("DATABASE_URL, DATABASE_APP_URL and DATABASE_SIGN_IN_URL must name three different roles.");
}

async function prepareAsOwner(owner: Client, settings: Settings, roles: OfWeb | null): Promise<void> {
  // The embedded one was migrated when it was started.
  if (settings.database) await migrateAs(owner, roles);
  if (!roles) sayWhatIsWeakened();
  await limitWaits(owner, "owner");
  await requireTrail(owner);
  await holdIncarnation(owner, headsFileOf(settings));
  await setSessionLife(owner, settings.sessions);
  await fillBankHolidays(owner);
}

async function migrateAs(owner: Client, roles: OfWeb | null): Promise<void> {
  try {
    await migrateOn(owner, roles ?? undefined);
  } catch (error) {
    if ((error as { code?: string }).code !== "42501") throw error;
    throw new SetUpError(
      `The role ${owner.user} of DATABASE_URL must own its database, to make the tables: ${(error as Error).message}.`,
    );
  }
}

function roleOf(url: string): string {
  return decodeURIComponent(new URL(url).username);
}
