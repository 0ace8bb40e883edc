import { readFileSync } from "node:fs";

/** What a process seals with. */
export type Sealer = {
  /** The secret key, read anew each time: a command may have changed it. */
  seed: () => Buffer;
  /** How a tree is called, before its first head. */
  host: string;
  /** The heads that this installation is known to have signed, outside of the database. */
  headsFile: string | null;
};

/** From the environment that a start sets (`scripts/set-up-sealing.ts`); null where nothing is sealed. */
export function findSealer(env: NodeJS.ProcessEnv = process.env): Sealer | null {
  const { CANDOUR_SEAL_KEY: key, CANDOUR_SEAL_KEY_FILE: keyFile } = env;
  if (!key && !keyFile) return null;
  return {
    seed: () => readSeed(key || readFileSync(keyFile!, "utf8")),
    host: env.CANDOUR_SEAL_HOST || "localhost",
    headsFile: env.CANDOUR_HEADS_FILE || null,
  };
}

/** Throws on what is no such key, and does not repeat it. */
export function readSeed(hex: string): Buffer {
  if (!/^[0-9a-f]{64}\s*$/i.test(hex)) throw new Error("The key that seals the trail is 64 hexadecimal digits.");
  return Buffer.from(hex.trim(), "hex");
}
