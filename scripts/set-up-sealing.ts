import { join } from "node:path";
import { keptSecret } from "#db/embedded/kept-secret";
import { embeddedHeads } from "#db/embedded/put-aside";
import { SetUpError } from "#db/set-up-error";
import { readSeed } from "#lib/audit/seal/sealer";
import type { Settings } from "#scripts/environment";

/** Where the heads that were signed here are kept, outside of the database; of the embedded one apart, because it is not the council's. */
export const headsFileOf = ({ dataFolder, database }: Pick<Settings, "dataFolder" | "database">): string =>
  join(dataFolder, database ? "heads.txt" : embeddedHeads);

/** Says to this process, the web included, with what it seals the trail: a key of the operator's, or one made at the first start. */
export function setUpSealing({ dataFolder, database, publicUrl }: Settings): void {
  const { env } = process;
  if (!env.CANDOUR_SEAL_KEY && !env.CANDOUR_SEAL_KEY_FILE) {
    keptSecret(dataFolder, "sealing", 32);
    env.CANDOUR_SEAL_KEY_FILE = join(dataFolder, "secrets", "sealing");
  }
  env.CANDOUR_HEADS_FILE = headsFileOf({ dataFolder, database });
  env.CANDOUR_SEAL_HOST = new URL(publicUrl).host;
  if (env.CANDOUR_SEAL_KEY) requireKey(env.CANDOUR_SEAL_KEY);
}

function requireKey(key: string): void {
  try {
    readSeed(key);
  } catch {
    throw new SetUpError("CANDOUR_SEAL_KEY is not 64 hexadecimal digits, as openssl rand -hex 32 makes them.");
  }
}
