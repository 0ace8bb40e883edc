import { realpathSync } from "node:fs";
import { startEmbedded } from "#db/embedded";
import { putAside } from "#db/embedded/put-aside";
import { migrate, OtherMigrations } from "#db/migrate";

type Embedded = Awaited<ReturnType<typeof startEmbedded>>;

/**
 * Starts the embedded database with this version's migrations. One on which others ran is put aside, whole, under
 * another name, and a fresh one is begun: it is for trying Candour out, and what it holds is not lost.
 */
export async function startMigrated(dataFolder: string, options?: { durable: boolean }): Promise<Embedded> {
  const embedded = await startEmbedded(dataFolder, options);
  process.on("exit", embedded.stop);
  try {
    await migrate(embedded.urls.owner, { app: "candour_app", signIn: "candour_signin" });
    return embedded;
  } catch (error) {
    if (!(error instanceof OtherMigrations)) throw error;
    embedded.stop();
    process.off("exit", embedded.stop);
    const place = putAside(realpathSync(dataFolder));
    console.log(
      `The embedded database was made by another version of Candour. It is now ${place}; nothing was deleted. A fresh one takes its place.`,
    );
    return startMigrated(dataFolder, options);
  }
}
