import { expect, test } from "vitest";
import { logins } from "#db/testing/server";
import { useDatabase } from "#db/testing/use-database";
import { listMade } from "#lib/audit/verify/as-made";
import { asMade } from "#lib/audit/verify/check-made";

const database = useDatabase();

test("what verification expects of a database is what this version makes: vitest -u writes it down", async () => {
  const ask = async <T>(text: string, values?: unknown[]) => (await database.asOwner(text, values)) as T[];
  const made = await listMade(ask, { app: logins.app, signIn: logins.signIn });
  await expect(`${made.join("\n")}\n`).toMatchFileSnapshot(asMade);
});
