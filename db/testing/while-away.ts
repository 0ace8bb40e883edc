import { inject } from "vitest";
import { onServer } from "#db/testing/server";
import type { TestDatabase } from "#db/testing/use-database";

/** Does `work` while this test file's database takes no connections and has lost those it had, as in a restart. */
export async function whileAway({ ownerUrl }: TestDatabase, work: () => Promise<void>): Promise<void> {
  const name = new URL(ownerUrl).pathname.slice(1);
  const allow = (isAllowed: boolean) => `alter database ${name} allow_connections ${isAllowed}`;
  const adminUrl = inject("adminUrl");
  await onServer(
    adminUrl,
    allow(false),
    `select pg_terminate_backend(pid) from pg_stat_activity where datname = '${name}'`,
  );
  try {
    await work();
  } finally {
    await onServer(adminUrl, allow(true));
  }
}
