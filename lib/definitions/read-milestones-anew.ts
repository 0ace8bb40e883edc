import { and, asc, eq, gte, isNull } from "drizzle-orm";
import type { Database } from "#db/client";
import { milestone } from "#db/schema/indicators";
import type { Direction } from "#db/vocabulary";
import { Refusal } from "#lib/audit/refusal";
import type { IndicatorRead } from "#lib/definitions/read-indicator";
import { type Setting, withdraw } from "#lib/definitions/set-anew";
import { type Part, unchanged } from "#lib/definitions/set-parts";
import { edgeFrom, isSameEdge } from "#lib/rules/band";
import { parseMilestone } from "#lib/rules/milestone";
import { monthName } from "#lib/rules/month";

/**
 * A range is met at its other end where the direction turns: the milestones of the months in which it does are read anew, as
 * they were typed. Throws INVALID for one that says nothing in that direction.
 */
export async function readMilestonesAnew(
  tx: Database,
  { ref, own }: IndicatorRead,
  direction: Direction,
  setting: Setting,
): Promise<Part> {
  const { indicatorId, from, by } = setting;
  const next = own.definitions.flatMap(({ firstMonth }) => (firstMonth > from ? firstMonth : [])).sort()[0];
  const planned = await tx
    .select()
    .from(milestone)
    .where(and(eq(milestone.indicatorId, indicatorId), gte(milestone.month, from), isNull(milestone.withdrawnAt)))
    .orderBy(asc(milestone.month));
  let part = unchanged;
  for (const { id, month, asTyped, ...kept } of planned) {
    if (next && month >= next) continue;
    const read = parseMilestone(asTyped, direction);
    if (!read.ok) {
      const why = `The milestone for ${monthName(month)} does not go with this: ${read.message} Take it away or set another first.`;
      throw new Refusal("INVALID", `${ref}: ${why}`, { fields: { direction: why } });
    }
    if (isSameEdge(read.milestone, kept)) continue;
    await withdraw(tx, milestone, id, setting);
    await tx.insert(milestone).values({ indicatorId, month, setBy: by, asTyped, ...edgeFrom(read.milestone) });
    part = { changes: true, withdraws: true };
  }
  return part;
}
