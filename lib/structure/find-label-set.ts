import { eq, sql } from "drizzle-orm";
import type { Database } from "#db/client";
import { scorecard, scorecardLabelSet } from "#db/schema/scorecards";
import { holdingIn, joined } from "#lib/indicators/holding";
import type { Month } from "#lib/rules/month";

/** The words by which a scorecard grades in a month. */
export async function findLabelSet(tx: Database, scorecardId: string, month: Month): Promise<string> {
  const first = sql`${`${month}-01`}::date`;
  const [found] = await tx
    .select(joined({ id: scorecardLabelSet.labelSetId }))
    .from(scorecard)
    .innerJoin(holdingIn("label_set", scorecard.id, first), sql`true`)
    .where(eq(scorecard.id, scorecardId));
  if (!found) throw new Error(`The scorecard ${scorecardId} has no label set.`);
  return found.id;
}
