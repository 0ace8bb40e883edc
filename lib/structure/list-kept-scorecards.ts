import { asc, eq, sql } from "drizzle-orm";
import { database } from "#db/client";
import { indicator } from "#db/schema/indicators";
import { scorecard } from "#db/schema/scorecards";
import type { PersonActor } from "#lib/access/actor";

/** By its table’s name too, which a query of one table leaves out. */
const own = sql`${scorecard.id}`;

export type KeptScorecard = Awaited<ReturnType<typeof listKeptScorecards>>[number];

/** The organisation's scorecards for who keeps them, by name: what each is for, how many indicators it has, and whether it ended. */
export const listKeptScorecards = (actor: PersonActor) =>
  database()
    .select({
      id: scorecard.id,
      slug: scorecard.slug,
      name: scorecard.name,
      sentence: scorecard.sentence,
      endedAt: scorecard.endedAt,
      size: sql<number>`(select count(*)::int from ${indicator} where ${indicator.scorecardId} = ${own})`,
    })
    .from(scorecard)
    .where(eq(scorecard.organisationId, actor.organisation.id))
    .orderBy(asc(scorecard.name), asc(scorecard.slug));
