import { readFile } from "node:fs/promises";
import { sql } from "drizzle-orm";
import { operator } from "#lib/access/actor";
import { perform } from "#lib/audit/perform";

const seed = "db/testing/red-amber-green.sql";

/** Puts the scorecard of three levels into an organisation, by its SQL alone. */
export async function seedRedAmberGreen(ownerUrl: string, organisationId: string): Promise<void> {
  const statements = sql.raw(await readFile(seed, "utf8"));
  const command = operator(ownerUrl, "a scorecard of three levels", organisationId);
  await perform(command, "operator.change", (tx) => tx.execute(statements));
}
