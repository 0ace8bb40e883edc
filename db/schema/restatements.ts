import { sql } from "drizzle-orm";
import { boolean, check, foreignKey, index, integer, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { actual } from "#db/schema/actuals";
import { at, figure, freeText, id, isFirstOfMonth, isOneOf, month, now } from "#db/schema/columns";
import { edition } from "#db/schema/editions";
import { person } from "#db/schema/people";
import { missingSymbols, restatementCategories } from "#db/vocabulary";

/**
 * That an actual was changed after its month was published, and why: what it had said, what it says since, of which edition,
 * and whether the comment that was approved for it still holds (null where that was not asked). Nothing of it changes.
 */
export const restatement = pgTable(
  "restatement",
  {
    id: id(),
    indicatorId: uuid("indicator_id").notNull(),
    month: month("month").notNull(),
    scorecardId: uuid("scorecard_id").notNull(),
    /** Of the newest edition of then. */
    editionNumber: integer("edition_number").notNull(),
    category: text("category", { enum: restatementCategories }).notNull(),
    reason: freeText("reason").notNull(),
    figureBefore: figure("figure_before"),
    missingBefore: text("missing_before", { enum: missingSymbols }),
    figure: figure("figure"),
    missing: text("missing", { enum: missingSymbols }),
    /** The actual's, as it became. */
    actualVersion: integer("actual_version").notNull(),
    commentHolds: boolean("comment_holds"),
    restatedAt: at("restated_at").notNull().default(now),
    restatedBy: uuid("restated_by")
      .notNull()
      .references(() => person.id),
  },
  (t) => [
    foreignKey({
      name: "restatement_of_its_actual",
      columns: [t.indicatorId, t.month],
      foreignColumns: [actual.indicatorId, actual.month],
    }),
    foreignKey({
      name: "restatement_of_an_edition",
      columns: [t.scorecardId, t.month, t.editionNumber],
      foreignColumns: [edition.scorecardId, edition.month, edition.number],
    }),
    index("restatement_by_cell").on(t.indicatorId, t.month),
    index("restatement_by_edition").on(t.scorecardId, t.month, t.editionNumber),
    isFirstOfMonth("restatement_first_of_month", t.month),
    isOneOf("restatement_category_is_known", t.category, restatementCategories),
    check("restated_for_a_reason", sql`${t.reason} <> ''`),
    isOneOf("restated_missing_is_known", t.missing, missingSymbols),
    isOneOf("restated_from_missing_is_known", t.missingBefore, missingSymbols),
  ],
);
