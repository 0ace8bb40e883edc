import { createHmac } from "node:crypto";
import { keptSecret } from "#db/embedded/kept-secret";

/** What tells this installation from others on one host. Copies that are given one secret are one: each opens the other's cookies. */
export const nameInstallation = (dataFolder: string, secret: string | undefined): string =>
  secret
    ? createHmac("sha256", secret).update("installation").digest("hex").slice(0, 8)
    : keptSecret(dataFolder, "installation", 4);
