import { and, asc, eq, isNull } from "drizzle-orm";
import type { Database } from "#db/client";
import { commentDecision } from "#db/schema/commentary";
import { lapse } from "#db/schema/lapses";
import { person } from "#db/schema/people";
import { decidedByName } from "#lib/scorecards/decided-by";

/** An approval that does not hold: of which month, and who gave it. */
export type OpenLapse = Awaited<ReturnType<typeof listOpenLapses>>[number];

/** An indicator's approvals that lapsed and do not hold again, as the database entered them. */
export const listOpenLapses = (db: Database, indicatorId: string) =>
  db
    .select({ decisionId: lapse.decisionId, month: lapse.month, by: decidedByName })
    .from(lapse)
    .innerJoin(commentDecision, eq(commentDecision.id, lapse.decisionId))
    .innerJoin(person, eq(person.id, commentDecision.decidedBy))
    .where(and(eq(lapse.indicatorId, indicatorId), isNull(lapse.endedAt)))
    .orderBy(asc(lapse.month), asc(lapse.decisionId));
