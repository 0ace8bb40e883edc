import { sql } from "drizzle-orm";
import { organisation } from "#db/schema/people";
import type { Month } from "#lib/rules/month";
import { dayAsked } from "#lib/scorecards/month-scope";

/** Which of an organisation's months: one, the last few that are open, or the last twelve opened, before one or of all. */
export type Span = { month: Month } | { before: Month | null } | "last open";

const openListed = 6;
const listed = 12;
const opened = sql`scorecard_month m join scorecard s on s.id = m.scorecard_id and s.organisation_id = ${organisation.id}`;

/** Each as a table of one row, `first_month` and `last_month`, to join to an organisation as `span`; null for no such month. */
export const spans = {
  month: sql`lateral (select ${dayAsked("month")} as first_month, ${dayAsked("month")} as last_month) as span`,
  before: sql`lateral (select min(o.month) as first_month, max(o.month) as last_month from (
    select m.month from ${opened} where m.month < ${dayAsked("before")}
    group by m.month order by m.month desc limit ${sql.raw(String(listed))}) o) as span`,
  open: sql`lateral (select min(o.month) as first_month, max(o.month) as last_month from (
    select m.month from ${opened} where m.closed_at is null
    group by m.month order by m.month desc limit ${sql.raw(String(openListed))}) o) as span`,
};

/** Which of them is asked for, and by what. */
export function spanAsked(span: Span): { kind: keyof typeof spans; asked: { month?: string; before?: string } } {
  if (span === "last open") return { kind: "open", asked: {} };
  if ("month" in span) return { kind: "month", asked: { month: `${span.month}-01` } };
  return { kind: "before", asked: { before: span.before === null ? "infinity" : `${span.before}-01` } };
}
