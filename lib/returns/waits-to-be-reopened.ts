import { type SQL, sql } from "drizzle-orm";

/** Whether a request to reopen a return waits: it was neither granted, taken back nor refused. */
export const waitsToBeReopened = (of: SQL): SQL =>
  sql`num_nonnulls(${of}.reopened_at, ${of}.withdrawn_at, ${of}.refused_at) = 0`;
