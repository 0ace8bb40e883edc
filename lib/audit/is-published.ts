import { sql } from "drizzle-orm";
import { edition } from "#db/schema/editions";
import { scorecardMonth } from "#db/schema/months";

/** Whether there is an edition of a month: what tells a published one from a closed one. */
export const isPublished = sql<boolean>`exists (select from ${edition}
  where ${edition.scorecardId} = ${scorecardMonth.scorecardId} and ${edition.month} = ${scorecardMonth.month})`;
