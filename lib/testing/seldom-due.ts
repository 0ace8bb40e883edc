import { dueRule } from "#db/schema/indicators";
import { scorecardMonth } from "#db/schema/months";
import type { TestDatabase } from "#db/testing/use-database";
import { operator } from "#lib/access/actor";
import { perform } from "#lib/audit/perform";
import { monthRange } from "#lib/rules/month";
import type { World } from "#lib/testing/world";

/** From March 2014 on, 2.5 is due once a quarter and 4.3 once a year; the months to March 2015 are open. */
export async function makeSeldomDue({ ownerUrl }: TestDatabase, { indicators, scorecard }: World): Promise<void> {
  await perform(operator(ownerUrl, "not all is due every month"), "operator.change", async (tx) => {
    await tx.insert(dueRule).values([
      { indicatorId: indicators["2.5"], fromMonth: "2014-03", every: 3 },
      { indicatorId: indicators["4.3"], fromMonth: "2014-03", every: 12 },
    ]);
    await tx
      .insert(scorecardMonth)
      .values(monthRange("2014-02", "2015-03").map((month) => ({ scorecardId: scorecard.id, month })));
  });
}
