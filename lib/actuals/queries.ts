import { and, desc, eq, sql } from "drizzle-orm";
import type { Database } from "#db/client";
import { actual } from "#db/schema/actuals";
import { action, entry } from "#db/schema/audit";
import { person } from "#db/schema/people";
import type { ActualContent } from "#lib/rules/actual";
import type { Month } from "#lib/rules/month";

/** An actual as it stands: what it says, which version that is, and who wrote it when. */
export type SavedActual = {
  id: string;
  version: number;
  content: ActualContent;
  savedAt: Date;
  savedBy: string;
};

/** The columns of what an actual says. */
export const actualContent = {
  value: actual.value,
  numerator: actual.numerator,
  denominator: actual.denominator,
  missing: actual.missing,
  note: actual.note,
  provisional: actual.provisional,
  estimated: actual.estimated,
};

/** One cell's actual with the entry that last changed it; null when nobody has ever written it. */
export async function getSavedActual(db: Database, indicatorId: string, month: Month): Promise<SavedActual | null> {
  const [found] = await db
    .select({
      id: actual.id,
      version: actual.version,
      content: actualContent,
      savedAt: entry.at,
      savedBy: person.name,
      kind: action.kind,
    })
    .from(actual)
    .innerJoin(entry, and(eq(entry.tableName, "actual"), eq(entry.key, sql`${actual.id}::text`)))
    .innerJoin(action, eq(action.id, entry.action))
    .leftJoin(person, eq(person.id, entry.person))
    .where(and(eq(actual.indicatorId, indicatorId), eq(actual.month, month)))
    .orderBy(desc(entry.position))
    .limit(1);
  if (!found) return null;
  const { kind, savedBy, ...saved } = found;
  return { ...saved, savedBy: savedBy ?? (kind === "operator" ? "an operator" : "the system") };
}

/** What an actual said at one of its versions, from the trail; null before the first. */
export async function getFigureAtVersion(
  db: Database,
  actualId: string,
  version: number,
): Promise<ActualContent | null> {
  const [found] = await db
    .select({ after: entry.after })
    .from(entry)
    .where(and(eq(entry.tableName, "actual"), eq(entry.key, actualId), eq(entry.rowVersion, version)))
    .orderBy(desc(entry.position))
    .limit(1);
  return found ? (found.after as ActualContent) : null;
}
