import { sql } from "drizzle-orm";
import { check, foreignKey, index, pgTable, unique, uuid } from "drizzle-orm/pg-core";
import { at, freeText, id, isFirstOfMonth, month, now, version } from "#db/schema/columns";
import { scorecardMonth } from "#db/schema/months";
import { person, team } from "#db/schema/people";

/**
 * A team's return for a scorecard's month, handed in by its lead: from then on it is locked for the team's leads. Handed in
 * again after it was reopened, it is another; the newest one counts.
 */
export const returnSubmission = pgTable(
  "return_submission",
  {
    id: id(),
    scorecardId: uuid("scorecard_id").notNull(),
    month: month("month").notNull(),
    teamId: uuid("team_id")
      .notNull()
      .references(() => team.id),
    submittedAt: at("submitted_at").notNull().default(now),
    submittedBy: uuid("submitted_by")
      .notNull()
      .references(() => person.id),
  },
  (t) => [
    foreignKey({
      name: "submission_of_its_month",
      columns: [t.scorecardId, t.month],
      foreignColumns: [scorecardMonth.scorecardId, scorecardMonth.month],
    }),
    unique("submission_of_its_return").on(t.id, t.scorecardId, t.month, t.teamId),
    index("submission_by_return").on(t.scorecardId, t.month, t.teamId),
    isFirstOfMonth("return_submission_first_of_month", t.month),
  ],
);

/**
 * A submitted return is asked to be reopened, is reopened until a moment, or both. Who reopens it unasked says why. What was
 * asked and is not granted is taken back by a lead, or refused with a reason. The newest one that was granted counts, and once its moment has passed the return is locked again, without anybody's doing.
 */
export const reopening = pgTable(
  "reopening",
  {
    id: id(),
    submissionId: uuid("submission_id").notNull(),
    scorecardId: uuid("scorecard_id").notNull(),
    month: month("month").notNull(),
    teamId: uuid("team_id").notNull(),
    askedAt: at("asked_at"),
    askedBy: uuid("asked_by").references(() => person.id),
    askedReason: freeText("asked_reason"),
    reopenedAt: at("reopened_at"),
    reopenedBy: uuid("reopened_by").references(() => person.id),
    reopenedUntil: at("reopened_until"),
    reopenedReason: freeText("reopened_reason"),
    withdrawnAt: at("withdrawn_at"),
    withdrawnBy: uuid("withdrawn_by").references(() => person.id),
    refusedAt: at("refused_at"),
    refusedBy: uuid("refused_by").references(() => person.id),
    refusedReason: freeText("refused_reason"),
    version: version(),
  },
  (t) => [
    foreignKey({
      name: "reopening_of_its_submission",
      columns: [t.submissionId, t.scorecardId, t.month, t.teamId],
      foreignColumns: [
        returnSubmission.id,
        returnSubmission.scorecardId,
        returnSubmission.month,
        returnSubmission.teamId,
      ],
    }),
    index("reopening_by_submission").on(t.submissionId),
    index("reopening_by_until").on(t.reopenedUntil),
    isFirstOfMonth("reopening_first_of_month", t.month),
    check("asked_by_somebody", sql`(${t.askedAt} is null) = (${t.askedBy} is null)`),
    check(
      "asked_with_reason",
      sql`(${t.askedAt} is null) = (${t.askedReason} is null) and coalesce(${t.askedReason}, '-') <> ''`,
    ),
    check("reopened_by_somebody", sql`(${t.reopenedAt} is null) = (${t.reopenedBy} is null)`),
    check("reopened_until_a_moment", sql`(${t.reopenedAt} is null) = (${t.reopenedUntil} is null)`),
    check("reopened_until_later", sql`${t.reopenedUntil} > ${t.reopenedAt}`),
    check(
      "reopened_for_a_reason",
      sql`coalesce(${t.askedReason}, ${t.reopenedReason}, '') <> '' and (${t.reopenedReason} is null or ${t.reopenedAt} is not null)`,
    ),
    check("asking_withdrawn_by_somebody", sql`(${t.withdrawnAt} is null) = (${t.withdrawnBy} is null)`),
    check("reopening_refused_by_somebody", sql`(${t.refusedAt} is null) = (${t.refusedBy} is null)`),
    check(
      "reopening_refused_with_reason",
      sql`(${t.refusedAt} is null) = (${t.refusedReason} is null) and coalesce(${t.refusedReason}, '-') <> ''`,
    ),
    check("asked_once_answered_once", sql`num_nonnulls(${t.reopenedAt}, ${t.withdrawnAt}, ${t.refusedAt}) <= 1`),
    check("answered_what_was_asked", sql`${t.askedAt} is not null or ${t.reopenedAt} is not null`),
  ],
);
