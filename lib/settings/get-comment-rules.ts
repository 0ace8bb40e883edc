import { eq, sql } from "drizzle-orm";
import { database } from "#db/client";
import { commentRule } from "#db/schema/comment-rules";
import { organisation } from "#db/schema/people";
import type { PersonActor } from "#lib/access/actor";
import { addMonths, type Month, monthRange, nextMonth } from "#lib/rules/month";
import { commentRuleRows } from "#lib/scorecards/comment-rule-rows";

const own = sql`${organisation.id}`;
const ahead = 12;

/** What the officer's organisation said of when a comment is required, and from which months it can say otherwise. */
export async function getCommentRules(actor: PersonActor, today: Month) {
  const [found] = await database()
    .select({
      rules: commentRuleRows(own),
      count: sql<number>`(select count(*)::int from ${commentRule} where ${commentRule.organisationId} = ${own})`,
      closed: sql<Month | null>`(select to_char(max(m.month), 'YYYY-MM') from scorecard_month m join scorecard s on s.id = m.scorecard_id
        where s.organisation_id = ${own} and m.closed_at is not null)`,
    })
    .from(organisation)
    .where(eq(organisation.id, actor.organisation.id));
  const { rules = [], count = 0, closed = null } = found ?? {};
  const first = closed ? nextMonth(closed) : today;
  return {
    rules: rules.toSorted((a, b) => a.fromMonth.localeCompare(b.fromMonth)),
    /** How many were said in all, withdrawn ones too. */
    count,
    months: monthRange(first, addMonths(first > today ? first : today, ahead)),
  };
}
