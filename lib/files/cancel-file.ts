import { appPool } from "#db/client";
import type { Asker } from "#lib/access/actor";
import { databaseRefusal } from "#lib/audit/database-refusal";

/** Cancels a file of one's own that is not made yet. Answers whether it was still to be made. Throws `Refusal` NOT_FOUND. */
export async function cancelFile({ token }: Asker, file: string): Promise<boolean> {
  try {
    const { rows } = await appPool().query("select files.cancel($1, $2) as cancelled", [token, file]);
    return rows[0].cancelled;
  } catch (error) {
    throw databaseRefusal(error) ?? error;
  }
}
