import { sql } from "drizzle-orm";
import { check, date, pgTable, smallint, text, unique, uuid } from "drizzle-orm/pg-core";
import { at, canBeShown, id, isADay, isFirstOfMonth, month, now, version } from "#db/schema/columns";
import { onceWhileLive, setAndWithdrawn, withdrawnWithReason } from "#db/schema/from-month";
import { organisation, person } from "#db/schema/people";
import { scorecard } from "#db/schema/scorecards";

/**
 * A scorecard's reporting month. Its state follows from its facts. Null `openedBy`, `closedBy`: by an operator's command.
 * The dates are of a month that somebody opened here; an import's has none.
 */
export const scorecardMonth = pgTable(
  "scorecard_month",
  {
    id: id(),
    scorecardId: uuid("scorecard_id")
      .notNull()
      .references(() => scorecard.id),
    month: month("month").notNull(),
    figuresDue: date("figures_due", { mode: "string" }),
    commentaryDue: date("commentary_due", { mode: "string" }),
    openedAt: at("opened_at").notNull().default(now),
    openedBy: uuid("opened_by").references(() => person.id),
    closedAt: at("closed_at"),
    closedBy: uuid("closed_by").references(() => person.id),
    version: version(),
  },
  (t) => [
    unique("month_once_a_scorecard").on(t.scorecardId, t.month),
    isFirstOfMonth("scorecard_month_first_of_month", t.month),
    isADay("figures_due_on_a_day", t.figuresDue),
    isADay("commentary_due_on_a_day", t.commentaryDue),
    check("closed_by_with_closed_at", sql`${t.closedBy} is null or ${t.closedAt} is not null`),
    check("both_dates_or_none", sql`(${t.figuresDue} is null) = (${t.commentaryDue} is null)`),
    check("figures_due_after_the_month", sql`${t.figuresDue} >= ${t.month} + interval '1 month'`),
    check("commentary_due_after_figures", sql`${t.commentaryDue} >= ${t.figuresDue}`),
    check("due_within_a_year", sql`${t.commentaryDue} < ${t.month} + interval '13 months'`),
  ],
);

/**
 * On which working days after a month's end its figures and its commentary are due, as an organisation said it; where it
 * did not, lib/rules/month-dates.ts does.
 */
export const monthRule = pgTable(
  "month_rule",
  {
    id: id(),
    organisationId: uuid("organisation_id")
      .notNull()
      .unique()
      .references(() => organisation.id),
    figuresDay: smallint("figures_day").notNull(),
    commentaryDay: smallint("commentary_day").notNull(),
    version: version(),
  },
  (t) => [
    check("figures_day_within_three_months", sql`${t.figuresDay} between 1 and 60`),
    check("commentary_day_within_three_months", sql`${t.commentaryDay} between ${t.figuresDay} and 60`),
  ],
);

/** A day from Monday to Friday on which an organisation does not work. Null `setBy`: one of England's, by a command. */
export const bankHoliday = pgTable(
  "bank_holiday",
  {
    id: id(),
    organisationId: uuid("organisation_id")
      .notNull()
      .references(() => organisation.id),
    day: date("day", { mode: "string" }).notNull(),
    name: text("name").notNull(),
    ...setAndWithdrawn(),
  },
  (t) => [
    onceWhileLive("bank_holiday_once", t, t.organisationId, t.day),
    canBeShown("bank_holiday_name_can_be_shown", t.name, 100),
    isADay("bank_holiday_on_a_day", t.day),
    withdrawnWithReason("bank_holiday_withdrawn_with_reason", t),
  ],
);
