import { sql } from "drizzle-orm";
import { bigint, check, date, index, pgTable, text, unique, uuid } from "drizzle-orm/pg-core";
import { at, isADay, isFirstOfMonth, isOneOf, month, now } from "#db/schema/columns";
import { indicator } from "#db/schema/indicators";
import { person, team } from "#db/schema/people";
import { scorecard } from "#db/schema/scorecards";
import { noticeKinds } from "#db/vocabulary";

/**
 * What one person is told of: made by the database in the transaction of what it tells, or once a day has come, and by nobody
 * else. Not in the trail, where what it tells stands already.
 */
export const notice = pgTable(
  "notice",
  {
    position: bigint("position", { mode: "number" }).primaryKey().generatedAlwaysAsIdentity({ cache: 1 }),
    personId: uuid("person_id")
      .notNull()
      .references(() => person.id),
    kind: text("kind", { enum: noticeKinds }).notNull(),
    /** The row that it tells of: a month, a decision, a reopening, a lapse, a restatement, an edition or a deputy; or the act that opened a month again, or reset a second factor. What is told of the history is of an organisation, once a day; of a password, of the link that it was set by; of who came by a rule, of that person. */
    ofRow: uuid("of_row").notNull(),
    /** Null, and so is the month: deputies, the history, passwords and second factors are of no scorecard. */
    scorecardId: uuid("scorecard_id").references(() => scorecard.id),
    month: month("month"),
    /** Null: of the whole scorecard. */
    teamId: uuid("team_id").references(() => team.id),
    indicatorId: uuid("indicator_id").references(() => indicator.id),
    /** The day by which something is wanted. */
    due: date("due", { mode: "string" }),
    toldAt: at("told_at").notNull().default(now),
    seenAt: at("seen_at"),
  },
  (t) => [
    isOneOf("notice_kind_is_known", t.kind, noticeKinds),
    check(
      "notice_of_a_month_or_of_none",
      sql`num_nulls(${t.scorecardId}, ${t.month}) = case when ${t.kind} in ('deputy named', 'deputy ended', 'not sealed', 'found wrong', 'password set', 'second factor reset', 'came by a rule') then 2 else 0 end`,
    ),
    isFirstOfMonth("notice_first_of_month", t.month),
    isADay("notice_due_on_a_day", t.due),
    unique("told_once").on(t.personId, t.kind, t.ofRow, t.teamId, t.due).nullsNotDistinct(),
    index("notice_by_person").on(t.personId, t.position.desc().nullsFirst()),
    index("notice_unseen").on(t.personId).where(sql`${t.seenAt} is null`),
  ],
);
