import { sql } from "drizzle-orm";
import { check, foreignKey, index, pgTable, smallint, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { at, figure, id, isOneOf, month, now } from "#db/schema/columns";
import { commentDecision } from "#db/schema/commentary";
import { bandSet } from "#db/schema/indicators";
import { person } from "#db/schema/people";
import { labelSet } from "#db/schema/scorecards";
import { lapseCauses, missingSymbols } from "#db/vocabulary";

/**
 * That an approval lapsed: by what, by whose act, and what the cell became; ended where it holds again. The database enters
 * it in the transaction of its cause, and no verb does. Null `lapsedBy`: not a person's act.
 */
export const lapse = pgTable(
  "lapse",
  {
    id: id(),
    decisionId: uuid("decision_id").notNull(),
    indicatorId: uuid("indicator_id").notNull(),
    month: month("month").notNull(),
    cause: text("cause", { enum: lapseCauses }).notNull(),
    figure: figure("figure"),
    missing: text("missing", { enum: missingSymbols }),
    grade: smallint("grade"),
    bandSetId: uuid("band_set_id"),
    labelSetId: uuid("label_set_id").references(() => labelSet.id),
    lapsedAt: at("lapsed_at").notNull().default(now),
    lapsedBy: uuid("lapsed_by").references(() => person.id),
    endedAt: at("ended_at"),
    endedBy: uuid("ended_by").references(() => person.id),
  },
  (t) => [
    foreignKey({
      name: "lapse_of_its_decision",
      columns: [t.decisionId, t.indicatorId, t.month],
      foreignColumns: [commentDecision.id, commentDecision.indicatorId, commentDecision.month],
    }),
    foreignKey({
      name: "lapse_by_its_indicators_bands",
      columns: [t.bandSetId, t.indicatorId],
      foreignColumns: [bandSet.id, bandSet.indicatorId],
    }),
    uniqueIndex("lapsed_once").on(t.decisionId).where(sql`${t.endedAt} is null`),
    index("lapse_by_cell").on(t.indicatorId, t.month),
    isOneOf("lapse_cause_is_known", t.cause, lapseCauses),
    check("lapse_ended_by_somebody", sql`${t.endedBy} is null or ${t.endedAt} is not null`),
  ],
);
