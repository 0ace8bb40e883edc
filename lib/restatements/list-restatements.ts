import { and, eq, sql } from "drizzle-orm";
import { database } from "#db/client";
import { indicator } from "#db/schema/indicators";
import { scorecard } from "#db/schema/scorecards";
import type { PersonActor } from "#lib/access/actor";
import type { Month } from "#lib/rules/month";
import { ownIndicators } from "#lib/scorecards/held-rows";
import { monthsInScope } from "#lib/scorecards/month-scope";
import { asRestated, restatementRows } from "#lib/scorecards/restatement-rows";

/** What of a scorecard was restated, or of one indicator, in the months that a person sees, or in one of them; newest first. */
export const listRestatements = async (
  actor: PersonActor,
  { slug, ref, month }: { slug: string; ref?: string; month?: Month },
) => {
  const mine = sql`where ${indicator.scorecardId} = ${scorecard.id} ${ref === undefined ? sql`` : sql`and ${indicator.ref} = ${ref}`}`;
  const [found] = await database()
    .select({ rows: restatementRows(monthsInScope(actor), month) })
    .from(scorecard)
    .innerJoin(ownIndicators(mine), sql`true`)
    .where(and(eq(scorecard.organisationId, actor.organisation.id), eq(scorecard.slug, slug)));
  return asRestated(actor, found?.rows ?? []);
};
