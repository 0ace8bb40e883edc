import { spawn } from "node:child_process";
import { join } from "node:path";
import { Client } from "pg";
import type { Settings } from "#scripts/environment";

const anHour = 3_600_000;
const hoursBetween = 20;

/** Whether it is night where this runs, and the trail was not verified for most of a day. */
export const isDue = (now: Date, verifiedAt: Date | null): boolean =>
  now.getHours() >= 1 &&
  now.getHours() < 5 &&
  (verifiedAt === null || now.getTime() - verifiedAt.getTime() > hoursBetween * anHour);

/**
 * Verifies the trail once a night, in a process of its own, whose result the page and the metrics tell. Looked at every half
 * an hour or so, at moments that differ by the process. Answers how to stop.
 */
export function verifyNightly(appUrl: string, { database, dataFolder }: Settings): () => void {
  // The web's own environment has lost the owner's address by now.
  const env = { ...process.env, ...(database && { DATABASE_URL: database.owner }), CANDOUR_DATA: dataFolder };
  const look = async () => {
    const verifiedAt = await lastVerified(appUrl).catch(() => undefined);
    if (verifiedAt === undefined || !isDue(new Date(), verifiedAt)) return;
    spawn(process.execPath, [join(import.meta.dirname, "audit-verify.ts")], { env, stdio: "ignore" }).on(
      "error",
      () => {},
    );
  };
  const timer = setInterval(() => void look(), anHour / 2 + Math.random() * (anHour / 4));
  timer.unref();
  return () => clearInterval(timer);
}

async function lastVerified(appUrl: string): Promise<Date | null> {
  const client = new Client({ connectionString: appUrl, connectionTimeoutMillis: 5_000, query_timeout: 10_000 });
  client.on("error", () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<{ at: Date | null }>(
      "select max(ended_at) as at from audit.verification where kind = 'verified'",
    );
    return rows[0]!.at;
  } finally {
    await client.end().catch(() => undefined);
  }
}
