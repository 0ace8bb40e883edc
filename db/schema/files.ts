import { sql } from "drizzle-orm";
import { bigint, boolean, check, index, integer, pgSchema, text, uuid } from "drizzle-orm/pg-core";
import { cut } from "#db/schema/audit";
import { at, bytes, isFirstOfMonth, isOneOf, month, now } from "#db/schema/columns";
import { organisation, person } from "#db/schema/people";
import { redaction } from "#db/schema/redactions";
import { scorecard } from "#db/schema/scorecards";
import { exportForms, notMadeCodes, papers } from "#db/vocabulary";

export const files = pgSchema("files");

/**
 * A file of a scorecard that somebody had made, for them alone and for a week. Not in the trail, where it stands that they asked for
 * it; it says of itself what it is of, and no words but what it is called.
 */
export const keptFile = files.table(
  "kept_file",
  {
    /** Of the form by which it was asked for, so that what is sent twice is made once; its job has the same. */
    id: uuid("id").primaryKey(),
    organisationId: uuid("organisation_id")
      .notNull()
      .references(() => organisation.id),
    personId: uuid("person_id")
      .notNull()
      .references(() => person.id),
    scorecardId: uuid("scorecard_id")
      .notNull()
      .references(() => scorecard.id),
    form: text("form", { enum: exportForms }).notNull().default("PDF"),
    /** Of a board pack, which alone is printed. */
    paper: text("paper", { enum: papers }),
    name: text("name").notNull(),
    fromMonth: month("from_month").notNull(),
    toMonth: month("to_month").notNull(),
    cut: bigint("cut", { mode: "number" })
      .notNull()
      .references(() => cut.number),
    /** As "2013-12.1"; null of live figures, and of a moment that was chosen. */
    edition: text("edition"),
    isLive: boolean("is_live").notNull(),
    /** It was asked for as readers see it. */
    hidesSmall: boolean("hides_small").notNull(),
    askedAt: at("asked_at").notNull().default(now),
    begunAt: at("begun_at"),
    /** How many of its parts are there, of how many. */
    done: integer("done").notNull().default(0),
    parts: integer("parts"),
    content: bytes("content"),
    size: integer("size"),
    madeAt: at("made_at"),
    cancelledAt: at("cancelled_at"),
    failedAt: at("failed_at"),
    why: text("why", { enum: notMadeCodes }),
    /** Its content was deleted, because words that may stand in it were taken out. */
    withdrawnAt: at("withdrawn_at"),
    redactionId: uuid("redaction_id").references(() => redaction.id),
    /** When all of it is deleted. */
    goesAt: at("goes_at").notNull(),
  },
  (t) => [
    isOneOf("file_in_a_form", t.form, exportForms),
    isOneOf("file_on_a_paper", t.paper, papers),
    check("file_is_printed_or_not", sql`(${t.paper} is not null) = (${t.form} = 'PDF')`),
    isOneOf("file_not_made_by_a_code", t.why, notMadeCodes),
    isFirstOfMonth("file_from_a_month", t.fromMonth),
    isFirstOfMonth("file_to_a_month", t.toMonth),
    index("file_by_person").on(t.personId, t.askedAt),
    index("file_by_end").on(t.goesAt),
    check("file_of_one_moment", sql`not (${t.isLive} and ${t.edition} is not null)`),
    check("file_is_called_something", sql`${t.name} ~ '^[a-z0-9.-]{1,200}$'`),
    check("file_ended_one_way", sql`num_nonnulls(${t.madeAt}, ${t.cancelledAt}, ${t.failedAt}) <= 1`),
    check("file_failed_for_a_reason", sql`(${t.failedAt} is null) = (${t.why} is null)`),
    check("file_withdrawn_by_a_redaction", sql`(${t.withdrawnAt} is null) = (${t.redactionId} is null)`),
    check(
      "file_has_its_content",
      sql`(${t.content} is not null) = (${t.madeAt} is not null and ${t.withdrawnAt} is null) and (${t.madeAt} is null) = (${t.size} is null)`,
    ),
    check("file_counts_its_parts", sql`${t.done} between 0 and coalesce(${t.parts}, 0)`),
    check("file_is_no_larger", sql`length(${t.content}) <= 100000000`),
  ],
);

/** How many files a redaction took, which is known when the files themselves are long gone. */
export const withdrawal = files.table("withdrawal", {
  redactionId: uuid("redaction_id")
    .primaryKey()
    .references(() => redaction.id),
  taken: integer("taken").notNull(),
});
