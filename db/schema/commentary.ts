import { sql } from "drizzle-orm";
import { check, foreignKey, index, integer, pgTable, smallint, text, unique, uuid } from "drizzle-orm/pg-core";
import { at, figure, freeText, id, isFinite, isFirstOfMonth, isOneOf, month, now, version } from "#db/schema/columns";
import { imports } from "#db/schema/imports";
import { bandSet, indicator, milestone } from "#db/schema/indicators";
import { person } from "#db/schema/people";
import { labelSet } from "#db/schema/scorecards";
import { decisionKinds, missingSymbols, revisionSources } from "#db/vocabulary";

/** The narrative on one indicator for one month; its words are in its revisions. */
export const comment = pgTable(
  "comment",
  {
    id: id(),
    indicatorId: uuid("indicator_id")
      .notNull()
      .references(() => indicator.id),
    month: month("month").notNull(),
  },
  (t) => [
    unique("comment_once_a_month").on(t.indicatorId, t.month),
    unique("comment_of_its_cell").on(t.id, t.indicatorId, t.month),
    isFirstOfMonth("comment_first_of_month", t.month),
  ],
);

/** One version of a comment: a draft until submitted, then unchangeable; it can only be withdrawn. */
export const commentRevision = pgTable(
  "comment_revision",
  {
    id: id(),
    commentId: uuid("comment_id").notNull(),
    indicatorId: uuid("indicator_id").notNull(),
    month: month("month").notNull(),
    number: integer("number").notNull(),
    source: text("source", { enum: revisionSources }).notNull(),
    importId: uuid("import_id").references(() => imports.id),
    words: freeText("words").notNull(),
    writtenAt: at("written_at").notNull().default(now),
    writtenBy: uuid("written_by").references(() => person.id),
    submittedAt: at("submitted_at"),
    submittedBy: uuid("submitted_by").references(() => person.id),
    withdrawnAt: at("withdrawn_at"),
    withdrawnBy: uuid("withdrawn_by").references(() => person.id),
    /** Why its words stand although its writer was asked about some of them. */
    standsBecause: freeText("stands_because"),
    version: version(),
  },
  (t) => [
    foreignKey({
      name: "revision_of_its_comment",
      columns: [t.commentId, t.indicatorId, t.month],
      foreignColumns: [comment.id, comment.indicatorId, comment.month],
    }),
    unique("revision_number_once").on(t.commentId, t.number),
    unique("revision_of_its_cell").on(t.id, t.indicatorId, t.month),
    index("revision_by_cell").on(t.indicatorId, t.month),
    isOneOf("revision_source_is_known", t.source, revisionSources),
    check("words_are_not_blank", sql`${t.words} <> ''`),
    check("imported_with_its_import", sql`(${t.source} = 'import') = (${t.importId} is not null)`),
    check("written_by_somebody_or_imported", sql`${t.source} = 'import' or ${t.writtenBy} is not null`),
    check("imported_is_never_submitted", sql`${t.source} <> 'import' or ${t.submittedAt} is null`),
    check("submitted_by_somebody", sql`(${t.submittedAt} is null) = (${t.submittedBy} is null)`),
    check("withdrawn_by_somebody", sql`(${t.withdrawnAt} is null) = (${t.withdrawnBy} is null)`),
    check(
      "stands_as_submitted",
      sql`${t.standsBecause} is null or ${t.submittedAt} is not null and ${t.standsBecause} <> ''`,
    ),
    check("withdrawn_after_submitted", sql`${t.withdrawnAt} is null or ${t.submittedAt} is not null`),
  ],
);

/** Everyone whose words a revision holds; none of them may approve it. */
export const revisionAuthor = pgTable(
  "revision_author",
  {
    id: id(),
    revisionId: uuid("revision_id")
      .notNull()
      .references(() => commentRevision.id),
    indicatorId: uuid("indicator_id").notNull(),
    month: month("month").notNull(),
    personId: uuid("person_id")
      .notNull()
      .references(() => person.id),
  },
  (t) => [
    foreignKey({
      name: "author_of_its_revision",
      columns: [t.revisionId, t.indicatorId, t.month],
      foreignColumns: [commentRevision.id, commentRevision.indicatorId, commentRevision.month],
    }),
    unique("author_once").on(t.revisionId, t.personId),
    index("author_by_cell").on(t.indicatorId, t.month),
  ],
);

/** A head of service's decision on a revision, with the figure and grade that it saw. The newest one counts. */
export const commentDecision = pgTable(
  "comment_decision",
  {
    id: id(),
    revisionId: uuid("revision_id").notNull(),
    indicatorId: uuid("indicator_id").notNull(),
    month: month("month").notNull(),
    kind: text("kind", { enum: decisionKinds }).notNull(),
    reason: freeText("reason"),
    decidedAt: at("decided_at").notNull().default(now),
    decidedBy: uuid("decided_by")
      .notNull()
      .references(() => person.id),
    forPerson: uuid("for_person").references(() => person.id),
    actualVersion: integer("actual_version"),
    figure: figure("figure"),
    missing: text("missing", { enum: missingSymbols }),
    grade: smallint("grade"),
    bandSetId: uuid("band_set_id"),
    labelSetId: uuid("label_set_id").references(() => labelSet.id),
    /** The milestone that stood for the month; null where there was none. */
    milestoneId: uuid("milestone_id").references(() => milestone.id),
    /** What stood in the month in which a figure was last due; the database says it. Null where there was none. */
    previousMonth: month("previous_month"),
    previousFigure: figure("previous_figure"),
    previousMissing: text("previous_missing", { enum: missingSymbols }),
  },
  (t) => [
    foreignKey({
      name: "decision_on_its_revision",
      columns: [t.revisionId, t.indicatorId, t.month],
      foreignColumns: [commentRevision.id, commentRevision.indicatorId, commentRevision.month],
    }),
    foreignKey({
      name: "decision_by_its_indicators_bands",
      columns: [t.bandSetId, t.indicatorId],
      foreignColumns: [bandSet.id, bandSet.indicatorId],
    }),
    unique("decision_of_its_cell").on(t.id, t.indicatorId, t.month),
    isOneOf("decision_missing_is_known", t.missing, missingSymbols),
    isFirstOfMonth("decision_previous_first_of_month", t.previousMonth),
    isFinite("decision_previous_figure_is_finite", t.previousFigure),
    isOneOf("decision_previous_missing_is_known", t.previousMissing, missingSymbols),
    index("decision_by_revision").on(t.revisionId),
    index("decision_by_cell").on(t.indicatorId, t.month),
    isOneOf("decision_kind_is_known", t.kind, decisionKinds),
    check("decision_grade_of_1_to_6", sql`${t.grade} between 1 and 6`),
    check("reason_unless_approved", sql`${t.kind} = 'approved' or coalesce(${t.reason}, '') <> ''`),
  ],
);
