import type { Database } from "#db/client";
import { now } from "#db/schema/columns";
import { indicatorDefinition } from "#db/schema/indicators";
import { makeRoom } from "#lib/definitions/set-anew";
import type { Month } from "#lib/rules/month";
import type { Version, Versions } from "#lib/structure/placed-in";

type Place = Pick<Version, "sectionId" | "position">;
type By = { from: Month; by: string; reason: string };

/**
 * Gives an indicator another place from a month on, in whatever was set from later months too; `placeOf` leaves a version where
 * it is by null. All else it is stays, and so does its end.
 */
export async function setPlace(
  tx: Database,
  { id: indicatorId, versions }: Versions,
  placeOf: (version: Version) => Place | null,
  { from: month, by, reason }: By,
): Promise<void> {
  for (const [index, version] of versions.entries()) {
    const until = versions[index + 1]?.fromMonth;
    const isOver = (until !== undefined && until <= month) || (version.toMonth !== null && version.toMonth < month);
    const place = isOver ? null : placeOf(version);
    if (!place) continue;
    const from = version.fromMonth > month ? version.fromMonth : month;
    const withdraws = await makeRoom(tx, indicatorDefinition, version, { indicatorId, from, by, reason });
    const { measure, unit, direction, precision, actionPlanRefs, numeratorLabel, denominatorLabel, toMonth } = version;
    const { covers, purpose, calculation, dataSource, hidesSmall } = version;
    await tx.insert(indicatorDefinition).values({
      indicatorId,
      fromMonth: from,
      setBy: by,
      ...place,
      ...{ measure, unit, direction, precision, actionPlanRefs, numeratorLabel, denominatorLabel },
      ...{ covers, purpose, calculation, dataSource, hidesSmall },
      // A break and a rebasing are marked in the month where they begin, and go with that version alone.
      breakInSeries: withdraws && version.breakInSeries,
      rebasedBecause: withdraws ? version.rebasedBecause : null,
      ...(toMonth && { toMonth, endedAt: now, endedBy: by }),
    });
  }
}
