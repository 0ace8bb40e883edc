import { sql } from "drizzle-orm";
import { boolean, check, index, pgTable, smallint, uuid } from "drizzle-orm/pg-core";
import { id, isFirstOfMonth } from "#db/schema/columns";
import { fromMonth, onceWhileLive, withdrawnWithReason } from "#db/schema/from-month";
import { organisation } from "#db/schema/people";

/**
 * When an organisation requires a comment, from a month on: at how many of the lowest levels (null: as the words for grades
 * say), and which of the other rules hold. Before the first, all of them do.
 */
export const commentRule = pgTable(
  "comment_rule",
  {
    id: id(),
    organisationId: uuid("organisation_id")
      .notNull()
      .references(() => organisation.id),
    ...fromMonth(),
    lowestLevels: smallint("lowest_levels"),
    milestoneMissed: boolean("milestone_missed").notNull(),
    gradeChanged: boolean("grade_changed").notNull(),
    figureUnusual: boolean("figure_unusual").notNull(),
  },
  (t) => [
    onceWhileLive("comment_rule_once_a_month", t, t.organisationId, t.fromMonth),
    index("comment_rule_by_organisation").on(t.organisationId, t.fromMonth),
    withdrawnWithReason("comment_rule_withdrawn_with_reason", t),
    isFirstOfMonth("comment_rule_from_first_of_month", t.fromMonth),
    check("lowest_of_0_to_6_levels", sql`${t.lowestLevels} between 0 and 6`),
  ],
);
