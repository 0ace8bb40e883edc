import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startEmbedded } from "#db/embedded";

/** A PostgreSQL to try things on: `CANDOUR_TEST_DATABASE_URL`, or an embedded one that `stop` throws away. */
export async function findServer(): Promise<{ adminUrl: string; stop: () => void }> {
  const adminUrl = process.env.CANDOUR_TEST_DATABASE_URL;
  if (adminUrl) return { adminUrl, stop: () => undefined };
  const folder = mkdtempSync(join(tmpdir(), "candour-test-"));
  const { superuserUrl, stop } = await startEmbedded(folder, { durable: false });
  return {
    adminUrl: superuserUrl,
    stop: () => {
      stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
