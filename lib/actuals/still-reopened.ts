import { type SQL, type SQLWrapper, sql } from "drizzle-orm";

type Place = { scorecard: SQLWrapper; month: SQLWrapper };

/** Now; in the past, when its cut was taken. */
const thatMoment = sql`coalesce(nullif(current_setting('as_of.at', true), '')::timestamptz, now())`;

/** Whether a return that was reopened until a moment still is: its month being closed ends that too. */
export const stillReopened = (until: SQLWrapper, { scorecard, month }: Place): SQL<boolean> =>
  sql<boolean>`(coalesce(${until} > ${thatMoment}, false) and not exists (select from scorecard_month shut
    where shut.scorecard_id = ${scorecard} and shut.month = ${month} and shut.closed_at is not null))`;
