import { type DatabaseUrls, embeddedUrls } from "#db/embedded";
import { SetUpError } from "#db/set-up-error";
import { withClient } from "#db/with-client";
import type { Settings } from "#scripts/environment";
import { openServer } from "#scripts/open-server";

type Urls = Settings["database"] | DatabaseUrls;

export const notRunning = (dataFolder: string): string =>
  `No database is running for ${dataFolder}. Start Candour with: npm start\n` +
  "If it runs on a PostgreSQL of your own, this shell needs the settings it was started with: DATABASE_URL, CANDOUR_URL.";

/**
 * The addresses of the database that an operator's command is about: that of DATABASE_URL, or else the embedded one.
 * Throws a SetUpError that says what to do while there is none, it cannot be reached, or Candour never started on it.
 */
export async function commandDatabase({ database, dataFolder }: Settings): Promise<NonNullable<Urls>> {
  const urls = database ?? embeddedUrls(dataFolder);
  if (!urls) throw new SetUpError(notRunning(dataFolder));
  if (database) await (await openServer(urls.owner, "DATABASE_URL")).end();
  await requireTables(urls.owner);
  return urls;
}

async function requireTables(ownerUrl: string): Promise<void> {
  const { rows } = await withClient(ownerUrl, (client) =>
    client.query<{ there: boolean }>("select to_regclass('organisation') is not null as there"),
  );
  if (!rows[0]?.there)
    throw new SetUpError("Candour has not been set up in this database yet. Start it once with: npm start");
}

/** Runs a command, and says in words, without a stack, why it cannot. */
export async function orSayWhy<T>(work: Promise<T>): Promise<T> {
  return work.catch((error: unknown) => {
    if (!(error instanceof SetUpError)) throw error;
    console.error(error.message);
    process.exit(1);
  });
}
