import { type SQL, sql } from "drizzle-orm";
import { commentRule } from "#db/schema/comment-rules";
import { jsonRows } from "#lib/scorecards/json-rows";

const columns = {
  fromMonth: commentRule.fromMonth,
  lowestLevels: commentRule.lowestLevels,
  milestoneMissed: commentRule.milestoneMissed,
  gradeChanged: commentRule.gradeChanged,
  figureUnusual: commentRule.figureUnusual,
};

/** What an organisation said of when a comment is required, from which months on. */
export const commentRuleRows = (organisationId: SQL) =>
  jsonRows(
    columns,
    sql`from ${commentRule} where ${commentRule.organisationId} = ${organisationId} and ${commentRule.withdrawnAt} is null`,
  );
