import { sql } from "drizzle-orm";
import { bigint, check, foreignKey, integer, jsonb, pgTable, unique, uuid } from "drizzle-orm/pg-core";
import { cut } from "#db/schema/audit";
import { at, freeText, id, month, now } from "#db/schema/columns";
import { scorecardMonth } from "#db/schema/months";
import { person } from "#db/schema/people";

/** What stood in the way of a month when it was published, with the names and words of then. */
export type PublishedOver = {
  kind: string;
  indicatorId: string | null;
  ref: string;
  /** Empty where no team answers. */
  team: string;
  words: string;
};

/**
 * A month as it was published: a cut with a name and a number. Nothing of it changes, and a month published again gets its
 * next one. Number and cut are the trigger's to say: the cut is taken in the edition's own transaction, and holds it.
 */
export const edition = pgTable(
  "edition",
  {
    id: id(),
    scorecardId: uuid("scorecard_id").notNull(),
    month: month("month").notNull(),
    number: integer("number").notNull().default(0),
    cut: bigint("cut", { mode: "number" })
      .notNull()
      .default(0)
      .references(() => cut.number),
    blockers: jsonb("blockers").$type<PublishedOver[]>().notNull(),
    reason: freeText("reason"),
    publishedAt: at("published_at").notNull().default(now),
    publishedBy: uuid("published_by")
      .notNull()
      .references(() => person.id),
  },
  (t) => [
    unique("edition_number_once").on(t.scorecardId, t.month, t.number),
    foreignKey({
      name: "edition_of_a_month_of_its_scorecard",
      columns: [t.scorecardId, t.month],
      foreignColumns: [scorecardMonth.scorecardId, scorecardMonth.month],
    }),
    check("edition_numbers_from_1", sql`${t.number} >= 1`),
    check("blockers_are_a_list", sql`jsonb_typeof(${t.blockers}) = 'array'`),
    check(
      "blockers_are_in_words",
      sql`length(${t.blockers}::text) <= 1000000 and not jsonb_path_exists(${t.blockers}, '$[*] ? (!(@.type() == "object" && @.kind.type() == "string" && @.ref.type() == "string" && @.team.type() == "string" && @.words.type() == "string"))')`,
    ),
    check(
      "published_over_blockers_for_a_reason",
      sql`(${t.blockers} = '[]'::jsonb) = (${t.reason} is null) and ${t.reason} <> ''`,
    ),
  ],
);
