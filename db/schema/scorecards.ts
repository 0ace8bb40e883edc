import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  foreignKey,
  index,
  integer,
  pgTable,
  smallint,
  text,
  unique,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { at, canBeShown, freeText, id, isFirstOfMonth, isInAddresses, isOneOf, version } from "#db/schema/columns";
import { fromMonth, onceWhileLive, withdrawnWithReason } from "#db/schema/from-month";
import { organisation, person } from "#db/schema/people";
import { gradeShapes, gradeTones } from "#db/vocabulary";

/** That something ended, and who said so when. What stood in it goes on standing. */
const ended = () => ({ endedAt: at("ended_at"), endedBy: uuid("ended_by").references(() => person.id) });

/** An improvement plan's set of indicators. */
export const scorecard = pgTable(
  "scorecard",
  {
    id: id(),
    organisationId: uuid("organisation_id")
      .notNull()
      .references(() => organisation.id),
    slug: text("slug").notNull(),
    name: text("name").notNull(),
    /** What it is for, in a sentence. */
    sentence: text("sentence"),
    ...ended(),
    endedReason: freeText("ended_reason"),
    version: version(),
  },
  (t) => [
    unique("scorecard_slug_once").on(t.organisationId, t.slug),
    unique("scorecard_of_its_organisation").on(t.organisationId, t.id),
    isInAddresses("scorecard_slug_can_be_shown", t.slug),
    canBeShown("scorecard_name_can_be_shown", t.name, 200),
    canBeShown("scorecard_sentence_can_be_shown", t.sentence, 500),
    check(
      "scorecard_ends_with_reason",
      sql`(${t.endedAt} is null) = (${t.endedReason} is null) and ${t.endedReason} <> ''`,
    ),
  ],
);

export const theme = pgTable(
  "theme",
  {
    id: id(),
    scorecardId: uuid("scorecard_id")
      .notNull()
      .references(() => scorecard.id),
    slug: text("slug").notNull(),
    name: text("name").notNull(),
    position: integer("position").notNull(),
    ...ended(),
    version: version(),
  },
  (t) => [
    unique("theme_slug_once").on(t.scorecardId, t.slug),
    unique("theme_of_its_scorecard").on(t.scorecardId, t.id),
    isInAddresses("theme_slug_can_be_shown", t.slug),
    canBeShown("theme_name_can_be_shown", t.name, 200),
  ],
);

/** A numbered heading inside a theme. A null title is one that the source does not give. The number of one that ended is free again. */
export const section = pgTable(
  "section",
  {
    id: id(),
    scorecardId: uuid("scorecard_id")
      .notNull()
      .references(() => scorecard.id),
    themeId: uuid("theme_id").notNull(),
    number: integer("number").notNull(),
    title: text("title"),
    ...ended(),
    version: version(),
  },
  (t) => [
    uniqueIndex("section_number_once").on(t.scorecardId, t.number).where(sql`${t.endedAt} is null`),
    canBeShown("section_title_can_be_shown", t.title, 500),
    foreignKey({
      name: "section_of_a_theme_of_its_scorecard",
      columns: [t.scorecardId, t.themeId],
      foreignColumns: [theme.scorecardId, theme.id],
    }),
  ],
);

/** The levels that figures are graded by, and their words; they change when inspection's words do. */
export const labelSet = pgTable(
  "label_set",
  {
    id: id(),
    organisationId: uuid("organisation_id")
      .notNull()
      .references(() => organisation.id),
    name: text("name").notNull(),
  },
  (t) => [
    unique("label_set_name_once").on(t.organisationId, t.name),
    canBeShown("label_set_name_can_be_shown", t.name, 200),
  ],
);

/** One level of a label set, which has two to six: rank 1 is the best, and no rank is left out. A set in use gets no more. */
export const label = pgTable(
  "label",
  {
    id: id(),
    labelSetId: uuid("label_set_id")
      .notNull()
      .references(() => labelSet.id),
    rank: smallint("rank").notNull(),
    word: text("word").notNull(),
    short: text("short").notNull(),
    shape: text("shape", { enum: gradeShapes }).notNull(),
    tone: text("tone", { enum: gradeTones }).notNull(),
    asksForComment: boolean("asks_for_comment").notNull(),
  },
  (t) => [
    unique("label_rank_once").on(t.labelSetId, t.rank),
    uniqueIndex("label_word_once").on(t.labelSetId, sql`lower(${t.word})`),
    check("label_rank_of_1_to_6", sql`${t.rank} between 1 and 6`),
    canBeShown("label_word_can_be_shown", t.word, 100),
    check("label_short_of_1_or_2_letters", sql`length(${t.short}) between 1 and 2`),
    isOneOf("label_shape_is_known", t.shape, gradeShapes),
    isOneOf("label_tone_is_known", t.tone, gradeTones),
  ],
);

/** Which words a scorecard uses from a month on. */
export const scorecardLabelSet = pgTable(
  "scorecard_label_set",
  {
    id: id(),
    scorecardId: uuid("scorecard_id")
      .notNull()
      .references(() => scorecard.id),
    ...fromMonth(),
    labelSetId: uuid("label_set_id")
      .notNull()
      .references(() => labelSet.id),
  },
  (t) => [
    onceWhileLive("label_set_once_a_month", t, t.scorecardId, t.fromMonth),
    index("label_set_by_scorecard").on(t.scorecardId, t.fromMonth),
    withdrawnWithReason("label_set_withdrawn_with_reason", t),
    isFirstOfMonth("label_set_from_first_of_month", t.fromMonth),
  ],
);
