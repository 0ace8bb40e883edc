import { type SQL, type SQLWrapper, sql } from "drizzle-orm";

type Place = { scorecard: SQLWrapper; month: SQLWrapper };

/** Whether a return that was reopened until a moment still is: its month being closed ends that too. */
export const stillReopened = (until: SQLWrapper, { scorecard, month }: Place): SQL<boolean> =>
  sql<boolean>`(coalesce(${until} > now(), false) and not exists (select from scorecard_month shut
    where shut.scorecard_id = ${scorecard} and shut.month = ${month} and shut.closed_at is not null))`;
