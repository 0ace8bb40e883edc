import { sql } from "drizzle-orm";
import type { AnyPgColumn } from "drizzle-orm/pg-core";
import { label } from "#db/schema/scorecards";

/** The columns of a level. */
export const labelColumns = {
  rank: label.rank,
  word: label.word,
  short: label.short,
  shape: label.shape,
  tone: label.tone,
  asksForComment: label.asksForComment,
};

/** How many levels a label set has. */
export const levelsOf = (labelSetId: AnyPgColumn) =>
  sql<number | null>`(select nullif(count(*)::int, 0) from ${label} where ${label.labelSetId} = ${labelSetId})`;
