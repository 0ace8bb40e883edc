import { readFile } from "node:fs/promises";
import { sql } from "drizzle-orm";
import { performAsOperator } from "#lib/audit/perform-as-operator";

const seed = "db/testing/red-amber-green.sql";

/** Puts the scorecard of three levels into an organisation, by its SQL alone. */
export async function seedRedAmberGreen(ownerUrl: string, organisationId: string): Promise<void> {
  const statements = sql.raw(await readFile(seed, "utf8"));
  await performAsOperator(ownerUrl, "operator.change", "a scorecard of three levels", (tx) => tx.execute(statements), {
    organisationId,
  });
}
