import { appPool } from "#db/client";
import type { Asker } from "#lib/access/actor";
import { databaseRefusal } from "#lib/audit/database-refusal";

/** Deletes a file of one's own that was made, before its week is over. Answers whether there was one. Throws `Refusal`. */
export async function deleteFile({ token }: Asker, file: string): Promise<boolean> {
  try {
    const { rows } = await appPool().query("select files.let_go($1, $2) as deleted", [token, file]);
    return rows[0].deleted;
  } catch (error) {
    throw databaseRefusal(error) ?? error;
  }
}
