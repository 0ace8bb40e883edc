import { and, desc, eq, sql } from "drizzle-orm";
import type { Database } from "#db/client";
import { madeOnce } from "#db/made-once";
import { actual } from "#db/schema/actuals";
import { action, entry } from "#db/schema/audit";
import { person } from "#db/schema/people";
import { formColumns } from "#lib/actuals/content-columns";
import { isImported } from "#lib/actuals/relied-on";
import type { ActualContent } from "#lib/rules/actual";
import type { Month } from "#lib/rules/month";

/** An actual as it stands: what it says, which version that is, and who wrote it when. */
export type SavedActual = {
  id: string;
  indicatorId: string;
  version: number;
  content: ActualContent;
  savedAt: Date;
  savedBy: string;
  savedById: string | null;
  /** After a write: what is said before the figure changes again, where that asks for a reason. */
  asksWhy?: string | null;
};

/** The same with whether its figure came from an import. */
export type ReadActual = SavedActual & { isImported: boolean };

/** Some indicators' actuals for one month, each with the entry that last changed it. Never written: left out. */
export async function listSavedActuals(db: Database, indicatorIds: string[], month: Month): Promise<ReadActual[]> {
  if (indicatorIds.length === 0) return [];
  const found = await askSaved(db, {}, { ids: indicatorIds, month: `${month}-01` });
  return found.map(({ kind, savedBy, ...saved }) => ({
    ...saved,
    savedBy: savedBy ?? (kind === "operator" ? "an operator" : "the system"),
  }));
}

const askSaved = madeOnce((db) =>
  db
    .selectDistinctOn([actual.id], {
      id: actual.id,
      indicatorId: actual.indicatorId,
      version: actual.version,
      content: {
        ...formColumns,
      },
      savedAt: entry.at,
      savedById: entry.person,
      savedBy: person.name,
      kind: action.kind,
      isImported,
    })
    .from(actual)
    .innerJoin(entry, sql`${entry.tableName} = 'actual' and ${entry.key} = ${actual.id}::text`)
    .innerJoin(action, eq(action.id, entry.action))
    .leftJoin(person, eq(person.id, entry.person))
    .where(
      sql`${actual.indicatorId} = any(${sql.placeholder("ids")}::uuid[]) and ${actual.month} = ${sql.placeholder("month")}`,
    )
    .orderBy(actual.id, desc(entry.position)),
);

/** One cell's actual; null when nobody has ever written it. */
export async function getSavedActual(db: Database, indicatorId: string, month: Month): Promise<SavedActual | null> {
  return (await listSavedActuals(db, [indicatorId], month))[0] ?? null;
}

/** What an actual said at one of its versions, from the trail; null before the first. */
export async function getActualAtVersion(
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
