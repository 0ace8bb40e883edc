import { appPool } from "#db/client";
import type { PersonActor } from "#lib/access/actor";
import { databaseRefusal } from "#lib/audit/database-refusal";
import { isUuid } from "#lib/rules/is-uuid";

/** A file that somebody had made, for them alone. Null where there is none of theirs, or none any more. */
export async function openFile({ token }: PersonActor, id: string): Promise<{ name: string; content: Buffer } | null> {
  if (!isUuid(id)) return null;
  try {
    const { rows } = await appPool().query<{ name: string; content: Buffer }>(
      "select name, content from files.content_of($1, $2)",
      [token, id],
    );
    return rows[0] ?? null;
  } catch (error) {
    throw databaseRefusal(error) ?? error;
  }
}
