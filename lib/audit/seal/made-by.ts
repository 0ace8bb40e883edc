import { sql } from "drizzle-orm";
import { database } from "#db/client";
import type { PersonActor } from "#lib/access/actor";
import { type Made, madeOf, type Sealed } from "#lib/rules/made";

/** What a file that somebody takes away just now says of itself: with the newest seal of the history up to its cut. */
export async function madeBy(
  { person, organisation }: PersonActor,
  of: Pick<Parameters<typeof madeOf>[0], "of" | "cut" | "small">,
): Promise<Made> {
  const { rows } = await database().execute<Sealed>(
    sql`select h.size::text, encode(h.root, 'base64') as root from audit.head h where h.cut <= ${of.cut} order by h.number desc limit 1`,
  );
  return madeOf({ ...of, by: person.name, at: new Date(), timeZone: organisation.timeZone, sealed: rows[0] ?? null });
}
