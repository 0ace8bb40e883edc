import { sql } from "drizzle-orm";
import { check, date, pgTable, unique, uuid } from "drizzle-orm/pg-core";
import { at, id, isFirstOfMonth, month, now, version } from "#db/schema/columns";
import { person } from "#db/schema/people";
import { scorecard } from "#db/schema/scorecards";

/** A scorecard's reporting month. Its state follows from its facts. Null `openedBy`, `closedBy`: by an operator's command. */
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
    check("closed_by_with_closed_at", sql`${t.closedBy} is null or ${t.closedAt} is not null`),
  ],
);
