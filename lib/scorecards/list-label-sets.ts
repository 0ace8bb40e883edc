import { asc, eq } from "drizzle-orm";
import type { Database } from "#db/client";
import { label, labelSet } from "#db/schema/scorecards";
import { type LabelSet, labelsFromRows } from "#lib/rules/labels";
import { labelColumns } from "#lib/scorecards/label-columns";

/** An organisation's label sets, by name. */
export async function listLabelSets(db: Database, organisationId: string): Promise<LabelSet[]> {
  const rows = await db
    .select({ id: labelSet.id, name: labelSet.name, ...labelColumns })
    .from(labelSet)
    .innerJoin(label, eq(label.labelSetId, labelSet.id))
    .where(eq(labelSet.organisationId, organisationId))
    .orderBy(asc(labelSet.name));
  return [...Map.groupBy(rows, ({ id }) => id)].map(([id, levels]) => ({
    id,
    name: levels[0]?.name ?? "",
    labels: labelsFromRows(levels),
  }));
}
