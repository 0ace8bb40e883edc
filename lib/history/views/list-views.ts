import { and, asc, eq, isNull, sql } from "drizzle-orm";
import { database } from "#db/client";
import { savedView } from "#db/schema/people";
import type { PersonActor } from "#lib/access/actor";
import type { HistoryFilters } from "#lib/history/inputs";
import { readFilters } from "#lib/history/views/kept-filters";

/** A part of the history that somebody saved. `filters` are null where they can be read no more. */
export type View = { id: string; name: string; filters: HistoryFilters | null };

/** A person's own, by name. */
export async function listViews(actor: PersonActor): Promise<View[]> {
  const rows = await database()
    .select({ id: savedView.id, name: savedView.name, asked: savedView.asked })
    .from(savedView)
    .where(and(eq(savedView.personId, actor.person.id), isNull(savedView.endedAt)))
    .orderBy(asc(sql`lower(${savedView.name})`), asc(savedView.id));
  return rows.map(({ asked, ...view }) => ({ ...view, filters: readFilters(asked) }));
}
