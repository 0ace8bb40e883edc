import { and, eq, gte, isNull } from "drizzle-orm";
import type { Database } from "#db/client";
import {
  band,
  bandSet,
  benchmark,
  dueRule,
  indicator,
  indicatorDefinition,
  indicatorTeam,
  milestone,
} from "#db/schema/indicators";
import { getHeld } from "#lib/definitions/held";
import { edgeFrom } from "#lib/rules/band";
import { parseMilestone } from "#lib/rules/milestone";
import type { Month } from "#lib/rules/month";

/** Where a copy goes: from which month on, set by whom, into which sections by those of the other. */
type To = { scorecardId: string; from: Month; by: string; sections: ReadonlyMap<string, string> };

/** Copies an indicator with all that holds of it in a month, and its milestones from the copy’s first month on; one that is none then, or stands in what ended, stays behind. */
export async function copyIndicator(
  tx: Database,
  { id, ref }: { id: string; ref: string },
  as: Month,
  { scorecardId, from: fromMonth, by: setBy, sections }: To,
): Promise<void> {
  const held = await getHeld(tx, id, as);
  const sectionId = held.definition && sections.get(held.definition.sectionId);
  if (!held.definition || !sectionId) return;
  const [made] = await tx.insert(indicator).values({ scorecardId, ref }).returning({ id: indicator.id });
  if (!made) throw new Error(`${ref} was not made.`);
  const own = { indicatorId: made.id, fromMonth, setBy };
  // First, because the entries that follow are found under the team.
  if (held.team) await tx.insert(indicatorTeam).values({ ...own, teamId: held.team.teamId });
  const { measure, unit, direction, precision, actionPlanRefs, numeratorLabel, denominatorLabel, position } =
    held.definition;
  const { covers, purpose, calculation, dataSource, hidesSmall } = held.definition;
  await tx.insert(indicatorDefinition).values({
    ...{ ...own, sectionId, position, measure, unit, direction, precision },
    ...{ actionPlanRefs, numeratorLabel, denominatorLabel, covers, purpose, calculation, dataSource, hidesSmall },
  });
  if (held.dueRule) await tx.insert(dueRule).values({ ...own, every: held.dueRule.every });
  if (held.bandSet) {
    const [set] = await tx.insert(bandSet).values(own).returning({ id: bandSet.id });
    const { indicatorId } = own;
    const rows = held.bands.map(({ rank, asTyped, edge, farEdge, strict }) => ({
      ...{ bandSetId: set!.id, indicatorId, fromMonth, rank, asTyped, edge, farEdge, strict },
    }));
    if (rows.length > 0) await tx.insert(band).values(rows);
  }
  if (held.benchmark) {
    const { name, value, year, neighbourSet, source } = held.benchmark;
    await tx.insert(benchmark).values({ ...own, name, value, year, neighbourSet, source });
  }
  const ahead = and(eq(milestone.indicatorId, id), gte(milestone.month, fromMonth), isNull(milestone.withdrawnAt));
  const milestones = (await tx.select().from(milestone).where(ahead)).flatMap(({ month, asTyped }) => {
    const read = parseMilestone(asTyped, direction);
    if (!read.ok) return [];
    return [{ indicatorId: made.id, month, asTyped, ...edgeFrom(read.milestone), setBy }];
  });
  if (milestones.length > 0) await tx.insert(milestone).values(milestones);
}
